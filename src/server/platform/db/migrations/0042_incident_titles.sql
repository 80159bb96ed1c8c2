-- Led by the title itself: an index that begins with the id was taken for the key's, which is smaller.
drop index incident_folded_title;
create index incident_folded_title on incident (folded_title) include (id);
