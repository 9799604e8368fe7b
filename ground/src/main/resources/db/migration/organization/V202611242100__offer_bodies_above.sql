-- An authority table may name a committee of an institution above (親会社の会議体) before anything points there yet: such
-- committees are offered by name, and nothing else of them is shown.
create function organization.bodies_above()
    returns table (id uuid, institution_id uuid, institution_name text, code text, name text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct c.id, c.institution_id, i.name, c.code, c.name
    from unnest(kuramori.scope()) as mine (id)
    cross join lateral organization.ancestors(mine.id) as above
    join organization.institution i on i.id = above.id
    join organization.committee c on c.institution_id = above.id
    where c.retired_on is null
$$;

revoke all on function organization.bodies_above() from public;
grant execute on function organization.bodies_above() to kuramori_app, kuramori_system;

-- As the other functions: it runs as the role that sees every row, which may create nothing here afterwards.
grant create on schema organization to kuramori_system;
alter function organization.bodies_above() owner to kuramori_system;
revoke create on schema organization from kuramori_system;
