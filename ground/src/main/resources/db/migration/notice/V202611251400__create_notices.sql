-- What people are told. Notices are worked out by machine, from acts that stand in the journal themselves; only what
-- people choose (how they want to be told) is a record.
create schema notice;
grant usage on schema notice to kuramori_app, kuramori_system;

create table notice.message (
    id              uuid primary key,
    institution_id  uuid        not null references organization.institution (id),
    account_id      uuid        not null,
    -- Told once to each.
    key             text        not null check (char_length(key) between 3 and 200),
    words           text        not null,
    arguments       text[]      not null,
    href            text        not null check (href like '/%' and href not like '//%'),
    -- Waits until somebody acts, not until it is read.
    acts            boolean     not null,
    post_id         uuid        references organization.post (id),
    at              timestamptz not null,
    read_at         timestamptz,
    settled_at      timestamptz,
    escalated_at    timestamptz,
    unique (account_id, key)
);
create index message_open on notice.message (account_id, at) where settled_at is null;
create index message_key on notice.message (key text_pattern_ops) where settled_at is null;
call kuramori.guard('notice.message');
-- Inside the institution each sees his own; Kuramori, which escalates, sees all.
create policy own on notice.message as restrictive for select to kuramori_app
    using (account_id = nullif(current_setting('kuramori.actor', true), '')::uuid
           or nullif(current_setting('kuramori.actor', true), '') = '00000000-0000-7000-8000-000000000001');
create policy own_read on notice.message as restrictive for update to kuramori_app
    using (account_id = nullif(current_setting('kuramori.actor', true), '')::uuid
           or nullif(current_setting('kuramori.actor', true), '') = '00000000-0000-7000-8000-000000000001');

-- Whoever acts settles what waited for others as well.
create function notice.settle(prefix text, now timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    settled integer;
begin
    update notice.message set settled_at = now
    where starts_with(key, prefix) and settled_at is null and institution_id = any (kuramori.scope());
    get diagnostics settled = row_count;
    return settled;
end $$;

create table notice.preference (
    -- The account.
    id              uuid primary key references identity.account,
    institution_id  uuid check (institution_id is null),
    version         integer not null,
    digest          text    not null check (digest in ('each', 'daily', 'none')),
    daily_at        time    not null,
    quiet_from      time,
    quiet_until     time,
    check ((quiet_from is null) = (quiet_until is null))
);
grant select, insert, update on notice.preference to kuramori_app;
call journal.track('notice.preference', 'notice.preference');

-- The outbox holds no words. One waiting mail stands for everything that comes before it leaves.
create table notice.mail (
    id          uuid primary key,
    account_id  uuid        not null,
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    state       text        not null check (state in ('waiting', 'started', 'sent', 'needless')),
    sent_at     timestamptz,
    check ((sent_at is not null) = (state in ('sent', 'needless')))
);
create unique index mail_waiting on notice.mail (account_id) where state = 'waiting';
create index mail_due on notice.mail (due_at) where state = 'waiting';
grant select, insert, update on notice.mail to kuramori_app;

-- Where a mail goes, in which language, and how many notices wait: all that a mail says.
create function notice.letter(mail uuid) returns table (email text, language text, open integer)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.email, coalesce(min(i.language), 'ja'), count(n.id)::integer
    from notice.mail m
    join identity.account a on a.id = m.account_id and a.retired_on is null
    left join notice.message n on n.account_id = m.account_id and n.settled_at is null and (n.acts or n.read_at is null)
    left join organization.institution i on i.id = n.institution_id
    where m.id = letter.mail and m.state = 'started'
    group by a.email
$$;
revoke all on function notice.settle(text, timestamptz), notice.letter(uuid) from public;
grant execute on function notice.settle(text, timestamptz), notice.letter(uuid) to kuramori_app, kuramori_system;
grant select on notice.mail to kuramori_system;
grant create on schema notice to kuramori_system;
alter function notice.settle(text, timestamptz) owner to kuramori_system;
alter function notice.letter(uuid) owner to kuramori_system;
revoke create on schema notice from kuramori_system;
