-- Who somebody is to the institution's own directory, and which account that is here. By issuer and subject, never by
-- an e-mail address: those are given anew.
create table identity.external_identity (
    id              uuid primary key,
    institution_id  uuid check (institution_id is null),
    version         integer     not null check (version >= 1),
    account_id      uuid        not null references identity.account,
    issuer          text        not null check (issuer <> ''),
    subject         text        not null check (subject <> ''),
    -- As the directory called them when the link was made.
    name            text        not null,
    email           text        not null,
    linked_by       uuid        not null references identity.account check (linked_by <> account_id),
    linked_at       timestamptz not null,
    unlinked_at     timestamptz
);
create unique index external_identity_subject on identity.external_identity (issuer, subject)
    where unlinked_at is null;
create index external_identity_by_account on identity.external_identity (account_id);
grant select, insert on identity.external_identity to kuramori_app;
grant update (version, unlinked_at) on identity.external_identity to kuramori_app;
call journal.track('identity.external_identity', 'identity.external-identity');

-- Whoever proved themselves there and is nobody here yet: what an administrator may link. Nothing is lost with it.
create table identity.external_arrival (
    id            uuid primary key,
    issuer        text        not null check (issuer <> ''),
    subject       text        not null check (subject <> ''),
    name          text        not null,
    email         text        not null,
    last_seen_at  timestamptz not null,
    unique (issuer, subject)
);
grant select, insert, update, delete on identity.external_arrival to kuramori_app;

-- Questions to a directory that were answered: an answer is good once.
create table identity.external_answer (
    state_hash  bytea primary key check (octet_length(state_hash) = 32),
    expires_at  timestamptz not null
);
grant select, insert, delete on identity.external_answer to kuramori_app;

-- The directory that the session came from, so that signing out can end that one too.
alter table identity.session add column provider text;

alter table identity.account add column password_off boolean not null default false;
comment on column identity.account.password_off is 'Whether the password opens nothing, right or wrong.';
