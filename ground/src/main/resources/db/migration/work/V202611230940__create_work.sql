-- Background work. A job is what people see; a scheduled task is what the scheduler claims. The database itself
-- schedules a queued job, in the same transaction, so neither exists without the other.
create schema work;
grant usage on schema work to kuramori_app, kuramori_system;

create table work.job (
    id               uuid primary key,
    kind             text        not null,
    params           jsonb       not null,
    institution_ids  uuid[]      not null,
    actor_id         uuid        not null,
    actor_kind       text        not null,
    actor_strength   text        not null,
    started_by       text        not null,
    state            text        not null default 'QUEUED'
        check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    run              integer     not null default 1 check (run >= 1),
    attempt          integer     not null default 0 check (attempt >= 0),
    cancel_requested boolean     not null default false,
    total            bigint      not null default 0 check (total >= 0),
    done             bigint      not null default 0 check (done >= 0),
    step_key         text,
    step_arguments   text[]      not null default '{}',
    link             text,
    error_reference  text,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    check ((finished_at is not null) = (state in ('DONE', 'FAILED', 'CANCELLED')))
);
comment on column work.job.institution_ids is 'All that the job may touch: who does not see all of them does not see the job.';
comment on column work.job.run is 'Goes up each time a person starts it again.';
comment on column work.job.attempt is 'Goes up each time a process begins it; writes of an earlier attempt are refused.';

create index job_newest on work.job (id desc);
create index job_open on work.job (state) where state in ('QUEUED', 'RUNNING');

alter table work.job enable row level security;
alter table work.job force row level security;
create policy institution on work.job
    using (cardinality((select kuramori.scope())) > 0 and institution_ids <@ (select kuramori.scope()))
    with check (institution_ids <@ (select kuramori.scope()));
grant select, insert on work.job to kuramori_app;
grant update (state, run, attempt, cancel_requested, total, done, step_key, step_arguments, link, error_reference,
              started_at, finished_at) on work.job to kuramori_app;
grant select, update on work.job to kuramori_system;

-- db-scheduler's table, with its column names. Holds job ids only. The pool has no right to it.
create table work.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_due on work.scheduled_task (execution_time);
create index scheduled_task_heartbeat on work.scheduled_task (last_heartbeat);
grant select, insert, update, delete on work.scheduled_task to kuramori_system;

create function work.schedule() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    -- Due since it was asked for, by the clock of the application, which is also the scheduler's.
    insert into work.scheduled_task (task_name, task_instance, execution_time, picked, version)
    values ('job', new.id || '/' || new.run, new.created_at, false, 1);
    return null;
end $$;
revoke all on function work.schedule() from public;

create trigger schedule_new after insert on work.job
    for each row when (new.state = 'QUEUED') execute function work.schedule();
create trigger schedule_again after update of run on work.job
    for each row when (new.state = 'QUEUED' and new.run > old.run) execute function work.schedule();
