create table if not exists mysfit (
  id               integer      primary key,
  name             varchar(60)  not null,
  species          varchar(60)  not null,
  about            varchar(200) not null,
  hexed            boolean      not null,
  answers_after_ms integer      not null
);
