-- Decisions by others. The rules of separation stand in io.kuramori.approval.rules; what of them a table can hold stands
-- here a second time.
create schema approval;
grant usage on schema approval to kuramori_app, kuramori_system;

create table approval.code_series (
    institution_id  uuid    primary key references organization.institution (id),
    last            integer not null check (last > 0)
);
call kuramori.guard('approval.code_series');

-- Several requests that a body decides in one meeting.
create table approval.agenda_item (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    version         integer not null,
    committee_id    uuid    not null references organization.committee (id),
    held_on         date    not null,
    title           text    not null check (btrim(title) <> '' and char_length(title) <= 200),
    created_by      uuid    not null,
    closed_at       timestamptz,
    retired_on      date,
    unique (institution_id, id)
);

create table approval.request (
    id                  uuid    primary key,
    institution_id      uuid    not null references organization.institution (id),
    version             integer not null,
    code                text    not null,
    -- What it is about: a record of some room, or nothing but the words below (a free matter).
    subject_kind        text    check (subject_kind ~ '^[a-z0-9.-]{1,64}$'),
    subject_id          uuid,
    subject_version     integer,
    subject_href        text    check (subject_href like '/%' and subject_href not like '//%'),
    subject_facts       text    not null,
    title               text    not null check (btrim(title) <> '' and char_length(title) <= 200),
    asked               text    not null check (btrim(asked) <> '' and char_length(asked) <= 4000),
    risk                text    not null check (btrim(risk) <> '' and char_length(risk) <= 4000),
    compensating        text    not null check (char_length(compensating) <= 4000),
    reference           text    check (char_length(reference) <= 400),
    until               date    not null,
    matter              text    not null check (matter ~ '^[a-z][a-z0-9.-]{1,63}$'),
    condition           text,
    -- SHA-256 of exactly what is asked; a decision names the hash it was made on.
    hash                text    not null check (hash ~ '^[0-9a-f]{64}$'),
    requested_by        uuid    not null,
    entered_by          uuid    not null,
    -- The original clock: 差戻し and resubmission leave it as it is.
    first_submitted_at  timestamptz not null,
    submitted_at        timestamptz not null,
    round               integer not null check (round >= 1),
    status              text    not null check (status in ('waiting', 'returned', 'provisional', 'approved', 'refused',
                                                           'withdrawn', 'voided', 'revoked')),
    proof               text    check (proof in ('here', 'outside')),
    confirm_by          date,
    emergency_by        uuid,
    emergency_for       uuid,
    returned_comment    text,
    decided_by          uuid,
    decided_at          timestamptz,
    -- The authority that decided, as it stood then.
    article             text,
    authority_id        uuid    references organization.authority_table (id),
    -- A renewal keeps the day from which the first approval was in force.
    renews              uuid    references approval.request (id),
    renewals            integer not null default 0 check (renewals >= 0),
    effective_from      date,
    original_from       date,
    agenda_item_id      uuid,
    unique (institution_id, code),
    unique (institution_id, id),
    unique (id, requested_by, entered_by),
    foreign key (institution_id, agenda_item_id) references approval.agenda_item (institution_id, id),
    check (num_nonnulls(subject_kind, subject_id, subject_version) in (0, 3)),
    check (submitted_at >= first_submitted_at),
    check ((status = 'provisional') <= (confirm_by is not null and emergency_by is not null)),
    check ((status in ('approved', 'provisional')) <= (effective_from is not null and proof is not null)),
    check ((renews is null) = (renewals = 0)),
    check (renews <> id),
    constraint request_own_decision check (decided_by <> requested_by and decided_by <> entered_by),
    constraint request_own_emergency check (emergency_by <> requested_by and emergency_by <> entered_by
                                            and emergency_for <> requested_by and emergency_for <> entered_by)
);
create index request_open on approval.request (institution_id, id)
    where status in ('waiting', 'returned', 'provisional');
create index request_alive on approval.request (until, id) where status in ('approved', 'provisional');
create index request_subject on approval.request (subject_kind, subject_id) where subject_id is not null;
create index request_agenda on approval.request (agenda_item_id) where agenda_item_id is not null;

-- The holder of a post lets somebody decide in his place.
create table approval.delegation (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    version         integer not null,
    post_id         uuid    not null references organization.post (id),
    principal_id    uuid    not null,
    deputy_id       uuid    not null,
    valid_from      date    not null,
    -- The last day.
    valid_until     date    not null,
    check (valid_until >= valid_from),
    constraint delegation_own check (principal_id <> deputy_id),
    constraint delegation_twice exclude using gist
        (post_id with =, principal_id with =, deputy_id with =, daterange(valid_from, valid_until, '[]') with &&)
);
create index delegation_deputy on approval.delegation (deputy_id, valid_from);

-- A vote of a member, or the decision of a post that decides alone.
create table approval.vote (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    request_id      uuid    not null,
    requested_by    uuid    not null,
    entered_by      uuid    not null,
    round           integer not null,
    kind            text    not null check (kind in ('decision', 'emergency', 'confirmation')),
    choice          text    not null check (choice in ('approve', 'refuse', 'abstain', 'return', 'close', 'revoke')),
    post_id         uuid    not null references organization.post (id),
    voter_id        uuid    not null,
    -- Whose power it was; another than the voter's when a deputy decided (代決).
    principal_id    uuid    not null,
    hash            text    not null,
    comment         text    check (char_length(comment) <= 4000),
    strength        text    not null,
    at              timestamptz not null,
    reviewed_at     timestamptz,
    reviewed_by     uuid,
    objection       text    check (char_length(objection) <= 4000),
    foreign key (institution_id, request_id) references approval.request (institution_id, id),
    constraint vote_of_request foreign key (request_id, requested_by, entered_by) references approval.request (id, requested_by, entered_by),
    constraint vote_own check (voter_id <> requested_by and voter_id <> entered_by
                               and principal_id <> requested_by and principal_id <> entered_by),
    constraint vote_review check (reviewed_by is null or (reviewed_by = principal_id and voter_id <> principal_id)),
    check ((reviewed_at is null) = (reviewed_by is null))
);
create unique index vote_once on approval.vote (request_id, round, kind, post_id)
    where choice in ('approve', 'refuse', 'abstain');
create unique index vote_person_once on approval.vote (request_id, round, kind, voter_id)
    where choice in ('approve', 'refuse', 'abstain');
create index vote_unreviewed on approval.vote (principal_id) where voter_id <> principal_id and reviewed_at is null;

-- What an approval hangs on.
create table approval.condition (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    request_id      uuid    not null,
    requested_by    uuid    not null,
    entered_by      uuid    not null,
    words           text    not null check (btrim(words) <> '' and char_length(words) <= 1000),
    due             date    not null,
    set_by          uuid    not null,
    met_on          date,
    met_by          uuid,
    evidence        text    check (char_length(evidence) <= 1000),
    foreign key (institution_id, request_id) references approval.request (institution_id, id),
    foreign key (request_id, requested_by, entered_by) references approval.request (id, requested_by, entered_by),
    check (num_nonnulls(met_on, met_by, evidence) in (0, 3)),
    constraint condition_own check (met_by <> requested_by and met_by <> entered_by)
);
create index condition_request on approval.condition (request_id);

-- 外部決裁: decided elsewhere, entered by one, checked by another.
create table approval.outside_decision (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    request_id      uuid    not null,
    requested_by    uuid    not null,
    round           integer not null,
    number          text    not null check (btrim(number) <> '' and char_length(number) <= 100),
    decided_on      date    not null,
    body            text    not null check (btrim(body) <> '' and char_length(body) <= 200),
    article         text    not null check (btrim(article) <> '' and char_length(article) <= 200),
    -- Where the original or its copy is kept.
    copy            text    not null check (btrim(copy) <> '' and char_length(copy) <= 400),
    approved        boolean not null,
    hash            text    not null,
    outside_by      uuid    not null,
    outside_at      timestamptz not null,
    checked_by      uuid,
    checked_at      timestamptz,
    -- Null while unchecked; false when the paper says something else.
    agrees          boolean,
    comment         text    check (char_length(comment) <= 4000),
    foreign key (institution_id, request_id) references approval.request (institution_id, id),
    check (num_nonnulls(checked_by, checked_at, agrees) in (0, 3)),
    constraint outside_own check (checked_by <> outside_by and checked_by <> requested_by)
);
create unique index outside_open on approval.outside_decision (request_id) where checked_by is null;
create index outside_request on approval.outside_decision (request_id);

-- Nobody decides who holds, or while the request ran held, a delegation from the requester, whoever writes and whatever
-- rows the writer may see.
create function approval.refuse_delegate() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from approval.delegation d join approval.request r on r.id = new.request_id
               where d.principal_id in (r.requested_by, r.entered_by)
                 and d.deputy_id in (new.voter_id, new.principal_id)
                 and d.valid_from <= new.at::date + 1
                 and d.valid_until >= r.first_submitted_at::date) then
        raise exception 'whoever holds a delegation from the requester does not decide'
            using errcode = 'check_violation', constraint = 'vote_delegate', table = tg_table_name;
    end if;
    return new;
end $$;
create trigger refuse_delegate before insert on approval.vote
    for each row execute function approval.refuse_delegate();

-- Who asked stays who asked, and a request that is over stays over.
create function approval.keep_request() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if (new.requested_by, new.entered_by, new.first_submitted_at, new.matter)
            is distinct from (old.requested_by, old.entered_by, old.first_submitted_at, old.matter) then
        raise exception 'who asked, when and about which matter does not change'
            using errcode = 'check_violation', constraint = 'request_kept', table = tg_table_name;
    end if;
    if old.status in ('refused', 'withdrawn', 'voided', 'revoked') then
        raise exception 'the request is over' using errcode = 'check_violation', constraint = 'request_over', table = tg_table_name;
    end if;
    if old.status in ('approved', 'provisional') and new.hash <> old.hash then
        raise exception 'what was decided on does not change' using errcode = 'check_violation', constraint = 'request_hash', table = tg_table_name;
    end if;
    return new;
end $$;
create trigger keep_request before update on approval.request
    for each row execute function approval.keep_request();

call kuramori.guard('approval.agenda_item');
call kuramori.guard('approval.request');
call kuramori.guard('approval.delegation');
call kuramori.guard('approval.vote');
call kuramori.guard('approval.condition');
call kuramori.guard('approval.outside_decision');
call journal.track('approval.agenda_item', 'approval.agenda-item');
call journal.track('approval.request', 'approval.request');
call journal.track('approval.delegation', 'approval.delegation');
call journal.track('approval.vote', 'approval.vote');
call journal.track('approval.condition', 'approval.condition');
call journal.track('approval.outside_decision', 'approval.outside-decision');

-- Delegations that matter to a set of accounts, whichever institution they were given in: what bars a person is seen
-- everywhere, as accounts, post and days.
create function approval.delegations_of(accounts uuid[])
    returns table (principal_id uuid, deputy_id uuid, post_id uuid, valid_from date, valid_until date)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select principal_id, deputy_id, post_id, valid_from, valid_until from approval.delegation
    where principal_id = any (accounts) or deputy_id = any (accounts)
$$;
revoke all on function approval.delegations_of(uuid[]), approval.refuse_delegate() from public;
grant execute on function approval.delegations_of(uuid[]) to kuramori_app, kuramori_system;
grant create on schema approval to kuramori_system;
alter function approval.delegations_of(uuid[]) owner to kuramori_system;
alter function approval.refuse_delegate() owner to kuramori_system;
revoke create on schema approval from kuramori_system;

-- What other modules may join.
create view approval.face_approval with (security_invoker = true) as
    select id, institution_id, code, title, subject_kind, subject_id, status, proof, effective_from, until
    from approval.request;
grant select on approval.face_approval to kuramori_app, kuramori_system;
