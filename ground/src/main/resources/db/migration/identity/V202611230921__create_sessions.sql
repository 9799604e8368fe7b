-- Sessions, throttling and the way in for the first administrator. The secrets themselves are never stored: only
-- their SHA-256.
create table identity.session (
    id            uuid primary key,
    token_hash    bytea       not null unique check (octet_length(token_hash) = 32),
    account_id    uuid        not null references identity.account,
    -- PASSWORD: half-way; sees nothing but the page that asks for the second factor.
    strength      text        not null check (strength in ('PASSWORD', 'MULTI_FACTOR')),
    created_at    timestamptz not null,
    last_seen_at  timestamptz not null,
    ended_at      timestamptz,
    end_reason    text check (end_reason in ('SIGNED_OUT', 'ENDED_BY_OWNER', 'ROTATED')),
    address       text        not null,
    agent         text        not null,
    -- A second factor being enrolled, sealed with the master key.
    pending_totp  bytea,
    check ((ended_at is null) = (end_reason is null))
);
create index session_open on identity.session (account_id) where ended_at is null;
grant select, insert on identity.session to kuramori_app;
grant update (last_seen_at, ended_at, end_reason, pending_totp) on identity.session to kuramori_app;

-- One row for each try to prove something, written before the proof is looked at.
create table identity.login_attempt (
    id           uuid primary key,
    at           timestamptz not null,
    -- SHA-256 of the e-mail address as given: also of accounts that do not exist.
    account_key  bytea       not null check (octet_length(account_key) = 32),
    address      text        not null,
    succeeded    boolean     not null
);
create index login_attempt_by_account on identity.login_attempt (account_key, at);
create index login_attempt_by_address on identity.login_attempt (address, at);
grant select, insert, delete on identity.login_attempt to kuramori_app;
grant update (succeeded) on identity.login_attempt to kuramori_app;

create table identity.setup_token (
    token_hash  bytea primary key check (octet_length(token_hash) = 32),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
grant select, insert, delete on identity.setup_token to kuramori_app;
grant update (used_at) on identity.setup_token to kuramori_app;
