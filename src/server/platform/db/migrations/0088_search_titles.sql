-- What is ranked is compared with its title: in the index titles lie close together, in the rows of documents they do not.
alter table search_text drop constraint search_text_ord_fkey;
alter table search_document
  drop constraint search_document_pkey,
  add primary key (ord) include (title);
alter table search_text add foreign key (ord) references search_document on delete cascade;
