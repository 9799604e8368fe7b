-- What linking accounts to people asks: which accounts there are, and whether a second administrator could confirm.
create view identity.face_account_address as
    select id, name, email, retired_on from identity.account;
grant select on identity.face_account_address to kuramori_app, kuramori_system;

-- Whether anybody else ever was an administrator, or was asked to be one: then a second person can be had.
create function identity.other_administrator(actor uuid) returns boolean
    language sql stable
    return exists (select from identity.role r where r.role = 'ADMINISTRATOR' and r.account_id <> actor);
