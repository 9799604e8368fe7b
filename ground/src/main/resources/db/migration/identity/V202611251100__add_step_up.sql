-- When a proof was last given again in this session; null until then. A session that proved itself again is a new row
-- with a new token, which keeps created_at, so that proving again does not stretch the twelve hours.
alter table identity.session add column stepped_up_at timestamptz;
alter table identity.session drop constraint session_end_reason_check;
alter table identity.session add constraint session_end_reason_check check (end_reason in
    ('SIGNED_OUT', 'ENDED_BY_OWNER', 'ROTATED', 'PASSWORD_CHANGED', 'FACTOR_CHANGED', 'ENDED_BY_ADMINISTRATOR', 'LOCKED'));

-- A form that was sent before its sender had proved themselves again: kept, sealed, until they have.
create table identity.held_form (
    id          uuid primary key,
    account_id  uuid        not null references identity.account,
    expires_at  timestamptz not null,
    sealed      bytea       not null
);
create index held_form_by_expiry on identity.held_form (expires_at);
grant select, insert, delete on identity.held_form to kuramori_app;
