-- Who may sign in, and with which rights. Rights are worked out from these tables, so row-level scope cannot guard
-- them: it does not exist yet when they are read. Their history is guarded like every other.
create schema identity;
grant usage on schema identity to kuramori_app, kuramori_system;

create table identity.account (
    id                   uuid primary key,
    -- Accounts belong to the group; what they reach is said by their roles.
    institution_id       uuid check (institution_id is null),
    version              integer     not null check (version >= 1),
    email                text        not null check (email = lower(email) and email like '%_@_%'),
    name                 text        not null check (name <> ''),
    password_hash        text        not null,
    password_set_at      timestamptz not null,
    totp_secret          bytea,
    totp_enrolled_at     timestamptz,
    recovery_codes_left  integer     not null default 0 check (recovery_codes_left >= 0),
    retired_on           date,
    check ((totp_secret is null) = (totp_enrolled_at is null))
);
create unique index account_email on identity.account (email) where retired_on is null;
comment on column identity.account.totp_secret is 'Sealed with the master key, which is not in the database.';
grant select, insert, update on identity.account to kuramori_app;
call journal.track('identity.account', 'identity.account', secret => array['password_hash', 'totp_secret']);

create table identity.role (
    id              uuid primary key,
    -- The institution whose subtree the role reaches; null reaches the whole group.
    institution_id  uuid,
    version         integer not null check (version >= 1),
    account_id      uuid    not null references identity.account,
    role            text    not null check (role in ('ADMINISTRATOR', 'SECURITY_OFFICE', 'SYSTEM_OWNER')),
    valid_from      date    not null,
    valid_until     date,
    check (valid_until >= valid_from)
);
create index role_by_account on identity.role (account_id);
comment on column identity.role.valid_until is 'The last day; null has no end.';
grant select, insert, update on identity.role to kuramori_app;
call journal.track('identity.role', 'identity.role');

-- Each code is good once; only its hash is kept (80 random bits, so a plain hash suffices).
create table identity.recovery_code (
    code_hash   bytea primary key check (octet_length(code_hash) = 32),
    account_id  uuid        not null references identity.account,
    used_at     timestamptz
);
create index recovery_code_by_account on identity.recovery_code (account_id);
grant select, insert, delete on identity.recovery_code to kuramori_app;
grant update (used_at) on identity.recovery_code to kuramori_app;

-- The newest time step whose code was accepted: a code is good once (RFC 6238 §5.2).
create table identity.totp_step (
    account_id  uuid primary key references identity.account,
    step        bigint not null
);
grant select, insert, update on identity.totp_step to kuramori_app;
