-- A bill of materials comes in several formats.
alter table asset.sbom add column format text not null default 'CYCLONEDX_JSON'
    check (format in ('CYCLONEDX_JSON', 'CYCLONEDX_XML', 'SPDX_JSON', 'SPDX_TAG_VALUE'));
alter table asset.sbom alter column format drop default;

-- A component first named by its purl alone learns its CPE from a later bill, once: its id, and with it the findings and
-- their deadlines, stay. What a component is known by is never changed after that.
grant update (cpe) on asset.component to kuramori_app, kuramori_system;
create function asset.learn_cpe_once() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if old.cpe is not null then
        raise exception 'the CPE of component % is known', old.id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger learn_cpe_once before update of cpe on asset.component
    for each row when (old.cpe is distinct from new.cpe) execute function asset.learn_cpe_once();
