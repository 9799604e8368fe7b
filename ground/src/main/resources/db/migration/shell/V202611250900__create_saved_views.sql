-- Views of lists that people gave a name.
create schema shell;
grant usage on schema shell to kuramori_app, kuramori_system;

create table shell.saved_view (
    id              uuid    primary key,
    -- Where the view and its history are seen.
    institution_id  uuid    not null references organization.institution (id),
    version         integer not null,
    owner_id        uuid    not null,
    -- The list, as the room declares it.
    path            text    not null check (path ~ '^/[a-z0-9/-]{1,100}$'),
    name            text    not null check (btrim(name) <> '' and char_length(name) <= 80),
    query           text    not null check ((query = '' or query like '?%') and char_length(query) <= 2000),
    shared          boolean not null,
    retired_on      date
);
create unique index saved_view_name on shell.saved_view (owner_id, path, name, shared) where retired_on is null;
create index saved_view_by_list on shell.saved_view (path) where retired_on is null;

call kuramori.guard('shell.saved_view');
-- Inside the institution: one's own, and what was shared; changed by the owner alone.
create policy own_or_shared on shell.saved_view as restrictive for select to kuramori_app
    using (shared or owner_id = nullif(current_setting('kuramori.actor', true), '')::uuid);
create policy added_by_owner on shell.saved_view as restrictive for insert to kuramori_app
    with check (owner_id = nullif(current_setting('kuramori.actor', true), '')::uuid);
create policy changed_by_owner on shell.saved_view as restrictive for update to kuramori_app
    using (owner_id = nullif(current_setting('kuramori.actor', true), '')::uuid)
    with check (owner_id = nullif(current_setting('kuramori.actor', true), '')::uuid);
call journal.track('shell.saved_view', 'shell.saved-view');
-- The history of a personal view is as personal as the view.
create policy own_or_shared on shell.saved_view_history as restrictive for select to kuramori_app
    using ((row ->> 'shared')::boolean
           or (row ->> 'owner_id')::uuid = nullif(current_setting('kuramori.actor', true), '')::uuid);
