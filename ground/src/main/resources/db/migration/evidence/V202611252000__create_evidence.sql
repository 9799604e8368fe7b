-- Evidence: files kept by content hash, or references to documents kept elsewhere, with who handled them (guideline
-- 2.5.2.2) and the records that they are evidence for.
create schema evidence;
grant usage on schema evidence to kuramori_app, kuramori_system;

create table evidence.code_series (
    institution_id  uuid    primary key references organization.institution (id),
    last            integer not null check (last > 0)
);
call kuramori.guard('evidence.code_series');

create table evidence.item (
    id                uuid    primary key,
    institution_id    uuid    not null references organization.institution (id),
    version           integer not null,
    -- EVD-0001 in a series; of one that was restricted from the beginning EVD-R and random letters, which nobody counts.
    code              text    not null check (code ~ '^EVD-([0-9]{4,9}|R[A-Z2-7]{8})$'),
    title             text    not null check (btrim(title) <> '' and char_length(title) <= 200),
    shows             text    not null check (char_length(shows) <= 4000),
    owner_post_id     uuid    not null,
    -- The period of which it speaks.
    covers_from       date    not null,
    covers_to         date    not null check (covers_to >= covers_from),
    collected_on      date    not null,
    collected_by      text    check (char_length(collected_by) <= 200),
    received_at       timestamptz not null,
    received_by       uuid    not null,
    kind              text    not null check (kind in ('file', 'reference')),
    -- A file
    sha256            text    check (sha256 ~ '^[0-9a-f]{64}$'),
    size              bigint  check (size > 0),
    file_name         text    check (btrim(file_name) <> '' and char_length(file_name) <= 255),
    sniffed_type      text    check (char_length(sniffed_type) <= 200),
    declared_type     text    check (char_length(declared_type) <= 200),
    types_agree       boolean,
    -- What looking for individual and card numbers came to.
    looked            text    check (looked in ('clean', 'not_read', 'accepted')),
    individual_numbers bigint check (individual_numbers >= 0),
    card_numbers      bigint  check (card_numbers >= 0),
    accepted_reason   text    check (btrim(accepted_reason) <> '' and char_length(accepted_reason) <= 400),
    -- A reference
    document_number   text    check (btrim(document_number) <> '' and char_length(document_number) <= 200),
    document_version  text    check (char_length(document_version) <= 100),
    document_place    text    check (btrim(document_place) <> '' and char_length(document_place) <= 400),
    document_sha256   text    check (document_sha256 ~ '^[0-9a-f]{64}$'),
    retired_on        date,
    search_key        text    not null,
    unique (institution_id, code),
    unique (institution_id, id),
    foreign key (institution_id, owner_post_id) references organization.post (institution_id, id),
    check (num_nonnulls(sha256, size, file_name, sniffed_type, declared_type, types_agree, looked,
                        individual_numbers, card_numbers) = case kind when 'file' then 9 else 0 end),
    check (num_nonnulls(document_number, document_place) = case kind when 'reference' then 2 else 0 end),
    check (kind = 'reference' or num_nonnulls(document_version, document_sha256) = 0),
    -- Numbers are kept by somebody's decision only.
    check (looked is distinct from 'clean' or individual_numbers + card_numbers = 0),
    check ((looked is not distinct from 'accepted') = (accepted_reason is not null))
);
comment on column evidence.item.collected_by is 'personal: name';
create index item_by_code on evidence.item (code, id);
create index item_by_receipt on evidence.item (received_at desc, id);
create index item_owner on evidence.item (owner_post_id);
create index item_blob on evidence.item (sha256) where sha256 is not null;
create index item_search on evidence.item using gin (kuramori.bigrams(search_key));

-- What was put in stays what it is: another file is another item.
create function evidence.keep_content() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if (new.kind, new.code, new.sha256, new.size, new.file_name, new.sniffed_type, new.looked, new.accepted_reason,
            new.document_number, new.document_version, new.document_sha256, new.received_at, new.received_by)
        is distinct from
       (old.kind, old.code, old.sha256, old.size, old.file_name, old.sniffed_type, old.looked, old.accepted_reason,
            old.document_number, old.document_version, old.document_sha256, old.received_at, old.received_by) then
        raise exception 'what evidence is does not change'
            using errcode = 'check_violation', constraint = 'item_kept', table = tg_table_name;
    end if;
    return new;
end $$;
create trigger keep_content before update on evidence.item
    for each row execute function evidence.keep_content();

-- Who handled it, when and why. Entries are added and never touched again.
create table evidence.custody (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null check (version = 1),
    item_id         uuid    not null,
    act             text    not null check (act in ('collected', 'received', 'viewed', 'downloaded', 'copied', 'moved')),
    -- When it was entered, and the day on which it was done.
    at              timestamptz not null,
    done_on         date    not null,
    account_id      uuid    not null,
    -- Who did it, where that is not who entered it.
    who             text    check (char_length(who) <= 200),
    why             text    not null check (char_length(why) <= 400),
    place           text    check (char_length(place) <= 400),
    foreign key (institution_id, item_id) references evidence.item (institution_id, id)
);
comment on column evidence.custody.who is 'personal: name';
create index custody_of on evidence.custody (item_id, at, id);

-- The record that it is evidence for.
create table evidence.link (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    item_id         uuid    not null,
    record_kind     text    not null check (record_kind ~ '^[a-z0-9.-]{1,64}$'),
    record_id       uuid    not null,
    retired_on      date,
    foreign key (institution_id, item_id) references evidence.item (institution_id, id)
);
create unique index link_once on evidence.link (item_id, record_kind, record_id) where retired_on is null;
create index link_of_record on evidence.link (record_kind, record_id) where retired_on is null;

call kuramori.guard('evidence.item');
call kuramori.guard('evidence.custody');
call kuramori.guard('evidence.link');
revoke update on evidence.custody from kuramori_app, kuramori_system;
call journal.track('evidence.item', 'evidence.item', derived => array['search_key']);
call journal.track('evidence.custody', 'evidence.custody');
call journal.track('evidence.link', 'evidence.link');
call journal.restrict('evidence.item');
call journal.restrict('evidence.custody', subject => 'item_id');
call journal.restrict('evidence.link', subject => 'item_id');

-- Files on their way in: written before the file, removed with the row that names it. What stays was broken off, and its
-- file is swept. No record: what it tells is gone when the upload is.
create table evidence.arrival (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    sha256          text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    at              timestamptz not null
);
create index arrival_at on evidence.arrival (at);
call kuramori.guard('evidence.arrival');
grant delete on evidence.arrival to kuramori_app;

-- Ids of the items in sight whose key holds every word; indexed, unlike the same search under row-level security.
create function evidence.find_items(words text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.id from evidence.item i
    where kuramori.visible(i.institution_id, i.id)
      and kuramori.bigrams(i.search_key) @> (select coalesce(array_agg(distinct piece), '{}')
                                             from unnest(words) word, unnest(kuramori.bigrams(word)) piece)
      and not exists (select from unnest(words) word where position(word in i.search_key) = 0)
$$;

-- Whether some item, seen or not, keeps a file. Anybody but Kuramori itself, which sweeps, is told yes and learns nothing.
create function evidence.keeps(hash text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select current_setting('kuramori.actor_kind', true) is distinct from 'SYSTEM'
        or exists (select from evidence.item i where i.sha256 = hash)
$$;
revoke all on function evidence.find_items(text[]), evidence.keeps(text) from public;
grant execute on function evidence.find_items(text[]), evidence.keeps(text) to kuramori_app, kuramori_system;
grant create on schema evidence to kuramori_system;
alter function evidence.find_items(text[]) owner to kuramori_system;
alter function evidence.keeps(text) owner to kuramori_system;
revoke create on schema evidence from kuramori_system;

-- What other modules may join.
create view evidence.face_item with (security_invoker = true) as
    select id, institution_id, code, title, owner_post_id, kind, covers_from, covers_to, collected_on, received_at,
           retired_on
    from evidence.item;
create view evidence.face_link with (security_invoker = true) as
    select item_id, record_kind, record_id from evidence.link where retired_on is null;
grant select on evidence.face_item, evidence.face_link to kuramori_app, kuramori_system;
