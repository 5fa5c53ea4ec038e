create table core_tenant (
  id varchar(30) not null,
  title varchar(200) not null,
  zone_id varchar(50) not null,
  locale varchar(35) not null,
  created_at ${instant} not null,
  constraint core_tenant_pk primary key (id)
);

create table core_tenant_key (
  tenant_id varchar(30) not null,
  id varchar(30) not null,
  secret ${bytes} not null,
  created_at ${instant} not null,
  constraint core_tenant_key_pk primary key (tenant_id, id),
  constraint core_tenant_key_tenant_fk foreign key (tenant_id) references core_tenant (id)
);

create table core_seller (
  tenant_id varchar(30) not null,
  id varchar(30) not null,
  name varchar(200) not null,
  email varchar(254) not null,
  support_email varchar(254),
  zone_id varchar(50) not null,
  locale varchar(35) not null,
  created_at ${instant} not null,
  constraint core_seller_pk primary key (tenant_id, id),
  constraint core_seller_tenant_fk foreign key (tenant_id) references core_tenant (id)
);

create table core_module_state (
  tenant_id varchar(30) not null,
  id varchar(30) not null,
  enabled boolean not null,
  version varchar(50) not null,
  requires varchar(500) not null,
  changed_at ${instant} not null,
  constraint core_module_state_pk primary key (tenant_id, id),
  constraint core_module_state_tenant_fk foreign key (tenant_id) references core_tenant (id)
);

create table core_client (
  tenant_id varchar(30) not null,
  id varchar(30) not null,
  label varchar(200) not null,
  seller_id varchar(30),
  permissions varchar(4000) not null,
  secret_hash varchar(43) not null,
  created_at ${instant} not null,
  revoked_at ${instant},
  constraint core_client_pk primary key (tenant_id, id),
  constraint core_client_tenant_fk foreign key (tenant_id) references core_tenant (id),
  constraint core_client_seller_fk foreign key (tenant_id, seller_id) references core_seller (tenant_id, id)
);

create table core_token (
  tenant_id varchar(30) not null,
  id varchar(43) not null,
  client_id varchar(30) not null,
  permissions varchar(4000) not null,
  issued_at ${instant} not null,
  expires_at ${instant} not null,
  due_at ${instant},
  due_attempts smallint default 0 not null,
  due_error varchar(500),
  constraint core_token_pk primary key (tenant_id, id),
  constraint core_token_client_fk foreign key (tenant_id, client_id) references core_client (tenant_id, id)
);
create index core_token_due on core_token (due_at);

create table core_audit (
  tenant_id varchar(30) not null,
  id varchar(26) not null,
  happened_at ${instant} not null,
  actor_kind varchar(10) not null,
  actor varchar(100) not null,
  seller_id varchar(30),
  request varchar(100),
  action varchar(100) not null,
  subject varchar(200) not null,
  details ${text} not null,
  constraint core_audit_pk primary key (tenant_id, id)
);
create index core_audit_newest on core_audit (tenant_id, id desc);
