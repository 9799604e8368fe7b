-- What other modules may join, and the few questions that reach over the institution boundary, each a reviewed
-- function that applies the caller's scope itself.
create view organization.face_institution with (security_invoker = true) as
    select id, code, parent_id, kind, name, name_en, zone, calendar, language, business_year_start, retired_on
    from organization.institution;

create view organization.face_department with (security_invoker = true) as
    select id, institution_id, code, parent_id, name, retired_on from organization.department;

create view organization.face_post with (security_invoker = true) as
    select p.id, p.institution_id, p.code, p.name, p.level, p.department_id, d.name as department_name, p.retired_on
    from organization.post p left join organization.department d on d.id = p.department_id;

create view organization.face_appointment with (security_invoker = true) as
    select id, institution_id, post_id, person_id, kind, line, valid_from, valid_to
    from organization.appointment where retired_on is null;

grant select on organization.face_institution, organization.face_department, organization.face_post,
    organization.face_appointment to kuramori_app, kuramori_system;

-- The institutions at and below a root, whatever the scope: this is what scopes are made of.
create function organization.subtree(root uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive below (id) as (
        select id from organization.institution where id = root
        union
        select child.id from organization.institution child join below on child.parent_id = below.id)
    select id from below
$$;

create function organization.every_institution() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select id from organization.institution
$$;

-- Every institution above one, nearest first: a name and code only, for paths and inherited authority.
create function organization.ancestors(start uuid) returns table (id uuid, code text, name text, distance integer)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive up (id, code, name, parent_id, distance) as (
        select i.id, i.code, i.name, i.parent_id, 0 from organization.institution i
        where i.id = start and i.id = any (kuramori.scope())
        union all
        select i.id, i.code, i.name, i.parent_id, up.distance + 1
        from organization.institution i join up on i.id = up.parent_id
        where up.distance < 64)
    select up.id, up.code, up.name, up.distance from up where up.distance > 0 order by up.distance
$$;

-- People of the scope, and people of elsewhere appointed to a post in it (出向): the latter by name alone.
create function organization.people_in_scope()
    returns table (id uuid, institution_id uuid, code text, name text, reading text, home boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.id, p.institution_id, p.code, p.name, p.reading, p.institution_id = any (kuramori.scope())
    from organization.person p
    where p.institution_id = any (kuramori.scope())
       or exists (select from organization.appointment a
                  where a.person_id = p.id and a.retired_on is null and a.institution_id = any (kuramori.scope()))
$$;

-- Posts and committees of the scope, and those elsewhere to which an authority table or a committee of the scope
-- points: the latter by name alone.
create function organization.bodies_in_scope()
    returns table (id uuid, institution_id uuid, institution_name text, code text, name text, committee boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select b.id, b.institution_id, i.name, b.code, b.name, b.committee
    from (select p.id, p.institution_id, p.code, p.name, false as committee from organization.post p
          union all
          select c.id, c.institution_id, c.code, c.name, true from organization.committee c) b
    join organization.institution i on i.id = b.institution_id
    where b.institution_id = any (kuramori.scope())
       or exists (select from organization.authority_rule r
                  where b.id in (r.post_id, r.committee_id) and r.institution_id = any (kuramori.scope()))
       or exists (select from organization.committee_member m
                  where m.post_id = b.id and m.institution_id = any (kuramori.scope()))
$$;

-- Ids of people, posts and departments whose key holds every given piece; indexed, unlike the same search under
-- row-level security.
create index person_search on organization.person using gin (kuramori.bigrams(search_key));
create index post_search on organization.post using gin (kuramori.bigrams(search_key));
create index department_search on organization.department using gin (kuramori.bigrams(search_key));

create function organization.search(key text, most integer)
    returns table (kind text, id uuid, institution_id uuid, code text, name text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    (select 'person', p.id, p.institution_id, p.code, p.name from organization.person p
     where kuramori.bigrams(p.search_key) @> kuramori.bigrams(key) and position(key in p.search_key) > 0
       and p.institution_id = any (kuramori.scope()) and p.retired_on is null
     order by p.reading, p.id limit least(most, 100))
    union all
    (select 'post', p.id, p.institution_id, p.code, p.name from organization.post p
     where kuramori.bigrams(p.search_key) @> kuramori.bigrams(key) and position(key in p.search_key) > 0
       and p.institution_id = any (kuramori.scope()) and p.retired_on is null
     order by p.code, p.id limit least(most, 100))
    union all
    (select 'department', d.id, d.institution_id, d.code, d.name from organization.department d
     where kuramori.bigrams(d.search_key) @> kuramori.bigrams(key) and position(key in d.search_key) > 0
       and d.institution_id = any (kuramori.scope()) and d.retired_on is null
     order by d.code, d.id limit least(most, 100))
$$;

revoke all on function organization.subtree(uuid), organization.every_institution(),
    organization.ancestors(uuid), organization.people_in_scope(), organization.bodies_in_scope(), organization.search(text, integer) from public;
grant execute on function organization.subtree(uuid), organization.every_institution(),
    organization.ancestors(uuid), organization.people_in_scope(), organization.bodies_in_scope(), organization.search(text, integer) to kuramori_app, kuramori_system;

-- The functions run as the role that sees every row; it may create nothing here afterwards.
grant create on schema organization to kuramori_system;
alter function organization.refuse_cycle() owner to kuramori_system;
alter function organization.refuse_adopted() owner to kuramori_system;
alter function organization.subtree(uuid) owner to kuramori_system;
alter function organization.every_institution() owner to kuramori_system;
alter function organization.ancestors(uuid) owner to kuramori_system;
alter function organization.people_in_scope() owner to kuramori_system;
alter function organization.bodies_in_scope() owner to kuramori_system;
alter function organization.search(text, integer) owner to kuramori_system;
revoke create on schema organization from kuramori_system;
