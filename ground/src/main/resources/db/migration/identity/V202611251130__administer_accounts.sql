-- Accounts looked after by administrators: invited, locked, given a new second factor.
alter table identity.account add column locked_at timestamptz;
comment on column identity.account.password_hash is 'Argon2id; ''!'' opens nothing: the account waits for its invitation.';

-- A one-time way in for one account, to set its password; handed over by an administrator or printed on the machine.
create table identity.invitation (
    token_hash  bytea primary key check (octet_length(token_hash) = 32),
    account_id  uuid        not null references identity.account,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index invitation_by_account on identity.invitation (account_id);
grant select, insert, delete on identity.invitation to kuramori_app;
grant update (used_at) on identity.invitation to kuramori_app;

-- Taking somebody's second factors away needs two administrators, neither of whom it is.
create table identity.factor_reset (
    id              uuid primary key,
    institution_id  uuid check (institution_id is null),
    version         integer     not null check (version >= 1),
    account_id      uuid        not null references identity.account,
    requested_by    uuid        not null references identity.account check (requested_by <> account_id),
    reason          text        not null check (reason <> '' and length(reason) <= 500),
    requested_at    timestamptz not null,
    decided_by      uuid references identity.account check (decided_by <> account_id),
    decided_at      timestamptz,
    outcome         text check (outcome in ('CONSENTED', 'REFUSED', 'WITHDRAWN')),
    check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
    check ((outcome = 'WITHDRAWN') = (decided_by = requested_by))
);
create unique index factor_reset_open on identity.factor_reset (account_id) where outcome is null;
grant select, insert on identity.factor_reset to kuramori_app;
grant update (version, decided_by, decided_at, outcome) on identity.factor_reset to kuramori_app;
call journal.track('identity.factor_reset', 'identity.factor-reset');
