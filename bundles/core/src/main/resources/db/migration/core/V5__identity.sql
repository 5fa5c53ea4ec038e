create table core_role (
  tenant_id varchar(30) not null,
  id varchar(30) not null,
  permissions varchar(4000) not null,
  created_at ${instant} not null,
  constraint core_role_pk primary key (tenant_id, id),
  constraint core_role_tenant_fk foreign key (tenant_id) references core_tenant (id)
);

create table core_user (
  tenant_id varchar(30) not null,
  id varchar(26) not null,
  kind varchar(10) not null,
  email varchar(254) not null,
  email_key varchar(254) not null,
  name varchar(200),
  seller_id varchar(30),
  role_id varchar(30),
  locale varchar(35) not null,
  password_hash varchar(200),
  created_at ${instant} not null,
  disabled_at ${instant},
  constraint core_user_pk primary key (tenant_id, id),
  constraint core_user_email_uq unique (tenant_id, kind, email_key),
  constraint core_user_tenant_fk foreign key (tenant_id) references core_tenant (id),
  constraint core_user_seller_fk foreign key (tenant_id, seller_id) references core_seller (tenant_id, id)
);
create index core_user_newest on core_user (tenant_id, id desc);

create table core_user_token (
  tenant_id varchar(30) not null,
  id varchar(43) not null,
  user_id varchar(26) not null,
  family varchar(26) not null,
  refreshes boolean not null,
  permissions varchar(4000),
  issued_at ${instant} not null,
  expires_at ${instant} not null,
  used_at ${instant},
  due_at ${instant},
  due_attempts smallint default 0 not null,
  due_error varchar(500),
  constraint core_user_token_pk primary key (tenant_id, id),
  constraint core_user_token_user_fk foreign key (tenant_id, user_id) references core_user (tenant_id, id)
);
create index core_user_token_family on core_user_token (tenant_id, user_id, family);
create index core_user_token_due on core_user_token (due_at);

create table core_reset_link (
  tenant_id varchar(30) not null,
  id varchar(43) not null,
  kind varchar(10) not null,
  email varchar(254) not null,
  email_key varchar(254) not null,
  new_account boolean not null,
  name varchar(200),
  locale varchar(35),
  expires_at ${instant} not null,
  due_at ${instant},
  due_attempts smallint default 0 not null,
  due_error varchar(500),
  constraint core_reset_link_pk primary key (tenant_id, id),
  constraint core_reset_link_email_uq unique (tenant_id, kind, email_key)
);
create index core_reset_link_due on core_reset_link (due_at);

create table core_reset_ask (
  tenant_id varchar(30) not null,
  id varchar(43) not null,
  asked_at ${instant} not null,
  registers boolean not null,
  email varchar(254),
  name varchar(200),
  locale varchar(35),
  due_at ${instant},
  due_attempts smallint default 0 not null,
  due_error varchar(500),
  constraint core_reset_ask_pk primary key (tenant_id, id)
);
create index core_reset_ask_due on core_reset_ask (due_at);

create table core_login_try (
  tenant_id varchar(30) not null,
  id varchar(43) not null,
  recent varchar(1000) not null,
  strikes integer not null,
  blocked_until ${instant},
  last_at ${instant} not null,
  due_at ${instant},
  due_attempts smallint default 0 not null,
  due_error varchar(500),
  constraint core_login_try_pk primary key (tenant_id, id)
);
create index core_login_try_due on core_login_try (due_at);
