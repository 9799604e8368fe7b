-- Scopes are worked out from these tables before there is one, so that reading them cannot ask for it. Changing them
-- can: what reaches an institution is given, and taken away, by somebody who sees it.
alter table identity.role enable row level security;
alter table identity.role force row level security;
create policy read on identity.role for select using (true);
create policy given on identity.role for insert
    with check (institution_id is null or institution_id = any ((select kuramori.scope())::uuid[]));
create policy changed on identity.role for update
    using (institution_id is null or institution_id = any ((select kuramori.scope())::uuid[]));

alter table identity.break_glass enable row level security;
alter table identity.break_glass force row level security;
create policy read on identity.break_glass for select using (true);
create policy opened on identity.break_glass for insert
    with check (institution_id is null or institution_id = any ((select kuramori.scope())::uuid[]));
create policy ended on identity.break_glass for update
    using (institution_id is null or institution_id = any ((select kuramori.scope())::uuid[])
           or account_id = nullif(current_setting('kuramori.actor', true), '')::uuid);
