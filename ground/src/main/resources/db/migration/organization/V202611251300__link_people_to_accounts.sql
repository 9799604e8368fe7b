-- Whose post an account may act for: a person of the ledger and an account are the same when their addresses are. Both
-- stand under the journal, so whoever ties one to the other is seen. Accounts that are no longer used count as well: they
-- are still the same person's.
create view identity.face_address as select id, email from identity.account;
grant select on identity.face_address to kuramori_system;

-- Ids only, whatever the scope: who is who is asked before rights are.
create function organization.people_of(account uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.id from organization.person p join identity.face_address a on a.email = lower(p.email)
    where a.id = people_of.account and p.retired_on is null
$$;

-- Every account of the same person, the given one too.
create function organization.accounts_of_same(account uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select other.id from identity.face_address mine join identity.face_address other on other.email = mine.email
    where mine.id = accounts_of_same.account
    union select accounts_of_same.account
$$;

-- Accounts of whoever holds a post on a day.
create function organization.accounts_holding(post uuid, day date) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.id
    from organization.appointment h
    join organization.person p on p.id = h.person_id and p.retired_on is null
    join identity.face_address a on a.email = lower(p.email)
    where h.post_id = accounts_holding.post and h.retired_on is null
      and h.valid_from <= day and coalesce(h.valid_to > day, true)
$$;

-- Accounts that may be named as deputies: those of people who belong to an institution of the scope or hold a post there.
create function organization.accounts_in_scope()
    returns table (account_id uuid, person_id uuid, name text, code text, reading text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.id, p.id, p.name, p.code, p.reading
    from organization.person p join identity.face_address a on a.email = lower(p.email)
    where p.retired_on is null
      and (p.institution_id = any (kuramori.scope())
           or exists (select from organization.appointment h
                      where h.person_id = p.id and h.retired_on is null and h.institution_id = any (kuramori.scope())))
$$;

-- Quorum and seats of a committee on a day: a vote there may be one of a post in another institution's scope.
create function organization.seating(committee uuid, day date)
    returns table (quorum integer, post_id uuid, role text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select c.quorum, m.post_id, m.role
    from organization.committee c
    left join organization.committee_member m
        on m.committee_id = c.id and m.retired_on is null and m.valid_from <= day and coalesce(m.valid_to > day, true)
    where c.id = seating.committee and c.retired_on is null
    order by m.valid_from, m.id
$$;

revoke all on function organization.seating(uuid, date), organization.people_of(uuid), organization.accounts_of_same(uuid),
    organization.accounts_holding(uuid, date), organization.accounts_in_scope() from public;
grant execute on function organization.seating(uuid, date), organization.people_of(uuid), organization.accounts_of_same(uuid),
    organization.accounts_holding(uuid, date), organization.accounts_in_scope() to kuramori_app, kuramori_system;

-- As the other functions: they run as the role that sees every row, which may create nothing here afterwards.
grant create on schema organization to kuramori_system;
alter function organization.seating(uuid, date) owner to kuramori_system;
alter function organization.people_of(uuid) owner to kuramori_system;
alter function organization.accounts_of_same(uuid) owner to kuramori_system;
alter function organization.accounts_holding(uuid, date) owner to kuramori_system;
alter function organization.accounts_in_scope() owner to kuramori_system;
revoke create on schema organization from kuramori_system;
