create table probe_parcel (
  tenant_id varchar(30) not null,
  id varchar(26) not null,
  seller_id varchar(30) not null,
  label varchar(50) not null,
  weight bigint not null,
  sent_at ${instant} not null,
  note ${text},
  due_at ${instant},
  due_attempts smallint not null default 0,
  due_error varchar(500),
  version bigint not null,
  constraint probe_parcel_pk primary key (tenant_id, id),
  constraint probe_parcel_label unique (tenant_id, label)
);
create index probe_parcel_sent on probe_parcel (tenant_id, sent_at desc, id desc);
create index probe_parcel_due on probe_parcel (due_at, due_attempts);
create table probe_line (
  tenant_id varchar(30) not null,
  id varchar(26) not null,
  parcel varchar(26) not null,
  content ${bytes},
  constraint probe_line_pk primary key (tenant_id, id)
);
create table probe_setting (
  name varchar(30) not null primary key,
  text varchar(50)
);
create sequence probe_seq as bigint start with 1;
create table probe_letter (
  tenant_id varchar(30) not null,
  id varchar(26) not null,
  buyer_email varchar(254) not null,
  pages bigint not null,
  constraint probe_letter_pk primary key (tenant_id, id)
);
create table probe_poster (
  tenant_id varchar(30) not null,
  id varchar(26) not null,
  constraint probe_poster_pk primary key (tenant_id, id)
);
