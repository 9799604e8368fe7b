-- Posts held at an instant by the person with an e-mail address, each by the day of its institution, whatever the
-- scope: somebody of elsewhere may be appointed here. Ids only.
create function organization.posts_held(address text, at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.post_id
    from organization.person p
    join organization.appointment a on a.person_id = p.id
    join organization.institution i on i.id = a.institution_id
    where lower(p.email) = lower(address) and p.retired_on is null and a.retired_on is null
      and a.valid_from <= (at at time zone i.zone)::date
      and (a.valid_to is null or a.valid_to > (at at time zone i.zone)::date)
$$;
create index person_email on organization.person (lower(email)) where retired_on is null;
revoke all on function organization.posts_held(text, timestamptz) from public;
grant execute on function organization.posts_held(text, timestamptz) to kuramori_app, kuramori_system;
grant create on schema organization to kuramori_system;
alter function organization.posts_held(text, timestamptz) owner to kuramori_system;
revoke create on schema organization from kuramori_system;
