-- Passkeys and security keys (WebAuthn level 3). Public keys only; nothing here is a secret, but whoever adds a row
-- gives himself a way in.
create table identity.passkey (
    id               uuid primary key,
    institution_id   uuid check (institution_id is null),
    version          integer     not null check (version >= 1),
    account_id       uuid        not null references identity.account,
    name             text        not null check (name <> '' and length(name) <= 100),
    credential_id    bytea       not null unique check (octet_length(credential_id) between 1 and 1023),
    -- Authenticator model, credential id and COSE key, as in the authenticator data (§6.5.1).
    credential       bytea       not null,
    -- Whether it may be copied to another device; fixed for the life of the credential.
    backup_eligible  boolean     not null,
    created_at       timestamptz not null
);
create index passkey_by_account on identity.passkey (account_id);
grant select, insert, delete on identity.passkey to kuramori_app;
grant update (name, version) on identity.passkey to kuramori_app;
call journal.track('identity.passkey', 'identity.passkey', derived => array['credential']);

-- Counted up by each use; not a decision of anybody, so not journalled.
create table identity.passkey_use (
    passkey_id    uuid primary key references identity.passkey on delete cascade,
    sign_count    bigint      not null,
    last_used_at  timestamptz
);
grant select, insert, update on identity.passkey_use to kuramori_app;

-- Challenges that were answered: each is good once. Challenges themselves are sealed values and need no store.
create table identity.passkey_answer (
    challenge_hash  bytea primary key check (octet_length(challenge_hash) = 32),
    expires_at      timestamptz not null
);
create index passkey_answer_by_expiry on identity.passkey_answer (expires_at);
grant select, insert, delete on identity.passkey_answer to kuramori_app;
