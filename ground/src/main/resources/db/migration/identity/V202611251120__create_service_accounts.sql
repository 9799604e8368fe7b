-- Programs that call Kuramori. A service account is who acts; a key is how it proves that, for a while, for named
-- permissions, in one subtree of institutions.
create table identity.service_account (
    id              uuid primary key,
    institution_id  uuid check (institution_id is null),
    version         integer     not null check (version >= 1),
    name            text        not null check (name <> '' and length(name) <= 100),
    -- What it is for and who answers for it, in words.
    purpose         text        not null check (purpose <> '' and length(purpose) <= 500),
    created_at      timestamptz not null,
    retired_at      timestamptz
);
create unique index service_account_name on identity.service_account (name) where retired_at is null;
grant select, insert on identity.service_account to kuramori_app;
grant update (version, retired_at) on identity.service_account to kuramori_app;
call journal.track('identity.service_account', 'identity.service-account');

create table identity.api_key (
    id                  uuid primary key,
    -- The institution whose subtree the key reaches; null reaches the whole group.
    institution_id      uuid,
    version             integer     not null check (version >= 1),
    service_account_id  uuid        not null references identity.service_account,
    name                text        not null check (name <> '' and length(name) <= 100),
    -- The head of the key, to recognise it by; far too little to guess the rest.
    hint                text        not null check (hint like 'krm_%' and length(hint) = 10),
    key_hash            bytea       not null unique check (octet_length(key_hash) = 32),
    permissions         text[]      not null check (cardinality(permissions) > 0),
    created_at          timestamptz not null,
    expires_at          timestamptz not null check (expires_at > created_at),
    revoked_at          timestamptz
);
create index api_key_by_service_account on identity.api_key (service_account_id);
grant select, insert on identity.api_key to kuramori_app;
grant update (version, revoked_at) on identity.api_key to kuramori_app;
call journal.track('identity.api_key', 'identity.api-key', secret => array['key_hash']);

create table identity.api_key_use (
    api_key_id    uuid primary key references identity.api_key,
    last_used_at  timestamptz not null,
    address       text        not null
);
grant select, insert, update on identity.api_key_use to kuramori_app;

create or replace view identity.face_account as
    select id, name from identity.account
    union all
    select id, name from identity.service_account
    union all
    select '00000000-0000-7000-8000-000000000001'::uuid, '蔵守';
