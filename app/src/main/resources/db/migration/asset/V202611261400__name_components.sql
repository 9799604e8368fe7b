-- A component has as many CPE names as bills of materials give it: tools write several, and each in another order. All
-- that were ever given count, so that the same bills end in the same state whatever their order.
create table asset.component_cpe (
    component_id    uuid not null references asset.component (id),
    cpe             text not null,
    primary key (component_id, cpe)
);
grant select, insert on asset.component_cpe to kuramori_app, kuramori_system;
create index component_cpe_begins on asset.component_cpe (left(cpe, 200));
insert into asset.component_cpe (component_id, cpe) select id, cpe from asset.component where cpe is not null;

drop view asset.face_component;
drop trigger learn_cpe_once on asset.component;
drop function asset.learn_cpe_once();
alter table asset.component drop column cpe;

create view asset.face_component as
    select c.id, c.purl, array(select n.cpe from asset.component_cpe n where n.component_id = c.id order by n.cpe) as cpes,
           c.name, c.release
    from asset.component c;
grant select on asset.face_component to kuramori_app, kuramori_system;
