-- A marketplace whose erasing has begun; it never comes back.
alter table core_tenant add column erasing_at ${instant};

-- What operators did to the platform as a whole, and to marketplaces that are no more.
create table core_operation (
  id varchar(26) not null,
  happened_at ${instant} not null,
  actor varchar(100) not null,
  action varchar(100) not null,
  subject varchar(200) not null,
  details ${text} not null,
  constraint core_operation_pk primary key (id)
);
