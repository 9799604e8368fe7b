-- What other modules may join: the name behind an actor's id. Kuramori itself acts under a fixed id.
create view identity.face_account as
    select id, name from identity.account
    union all
    select '00000000-0000-7000-8000-000000000001'::uuid, '蔵守';
grant select on identity.face_account to kuramori_app, kuramori_system;
