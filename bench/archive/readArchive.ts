import type pg from 'pg';

/** What there is to ask for. */
export interface Archive {
  incidents: number;
  postmortems: number;
  actions: number;
  /** Of incidents, oldest first. */
  titles: string[];
  teamIds: string[];
  serviceIds: string[];
}

/** What can be asked of an archive that is there. Services and teams come by how much they have to do. */
export async function readArchive(pool: pg.Pool): Promise<Archive> {
  const column = async <T>(query: string): Promise<T[]> =>
    (await pool.query<{ value: T }>(query)).rows.map(({ value }) => value);
  const [postmortems] = await column<number>('select count(*) as value from postmortem');
  const [actions] = await column<number>('select count(*) as value from action');
  const titles = await column<string>('select title as value from incident order by id');
  return {
    incidents: titles.length,
    postmortems: postmortems!,
    actions: actions!,
    titles,
    serviceIds: await column(
      'select service_id as value from incident_service group by 1 order by count(*) desc, 1',
    ),
    teamIds: await column('select team_id as value from incident_team group by 1 order by count(*) desc, 1'),
  };
}
