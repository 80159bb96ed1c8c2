/** What a column says, as far as its header tells. */
export type Role =
  | 'time'
  | 'start'
  | 'end'
  | 'duration'
  | 'level'
  | 'body'
  | 'service'
  | 'pod'
  | 'container'
  | 'namespace'
  | 'host'
  | 'trace'
  | 'span'
  | 'parent'
  | 'operation'
  | 'metric'
  | 'value'
  | 'unit'
  | 'kind'
  | 'status'
  | 'title'
  | 'other';

/** Header names, in lower case and without anything but letters and digits, by the role they mean. */
const NAMES: Record<Exclude<Role, 'other'>, string> = {
  time: `time timestamp ts datetime date eventtime timeunixnano timeunixms timeunix timeutc utctime timestamputc
    timegenerated timecreated createdat created logtime epoch epochms unixtime when at occurredat receivedat ingestiontime
    timestampms timestampns timestampus timems timens timeus recordedat publishedat deployedat finishedat`,
  start: `starttime start startedat startts starttimestamp starttimeunixnano starttimeunixnanos begin begintime starttimems
    starttimeus startus startms startnano starttimenano starttimenanos startdate`,
  end: `endtime end endedat endts endtimestamp endtimeunixnano endtimeunixnanos finish finishtime endtimems endtimeus
    endnano stoptime enddate`,
  duration:
    'duration durationms durationus durationns durationnano durationnanos durations elapsed elapsedms elapsedtime took tookms latency latencyms responsetime',
  level: 'level severity loglevel lvl levelname severitytext logseverity priority sev levelno',
  body: 'message msg log body content text line raw logmessage logline description event eventmessage textpayload details summary',
  service:
    'service servicename svc application app appname applicationname component servicename0 resourceservicename processservicename job',
  pod: 'pod podname podid k8spodname kubernetespodname resourcek8spodname cmdbid instanceid',
  container: 'container containername k8scontainername kubernetescontainername',
  namespace: 'namespace k8snamespacename kubernetesnamespacename ns',
  host: 'host hostname node nodename machine server computer hostip nodeip k8snodename instance devicename',
  trace: 'traceid trace correlationid requestid',
  span: 'spanid span id',
  parent: 'parentid parentspanid parentspan parent parentspanid0 psid',
  operation: 'operationname operation spanname name urlpath endpoint method callname',
  metric: 'metric metricname kpiname kpi series seriesname counter countername measurement',
  value: 'value val metricvalue countervalue reading avg average',
  unit: 'unit units',
  kind: 'kind spankind type',
  status: 'status statuscode outcome result',
  title: 'title subject alertname alert reason action',
};

const ROLES = new Map<string, Role>(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split(/\s+/).map(name => [name, role as Role] as const),
  ),
);

export interface Column {
  index: number;
  /** The header as it is written. */
  name: string;
  role: Role;
  /** What the header says in brackets: `%` for `CpuUsageRate(%)`; `''` when it says nothing. */
  unit: string;
}

/** Reads the header of a table. */
export function columnsOf(header: readonly string[]): Column[] {
  return header.map((cell, index) => {
    const name = cell.replace(/^\uFEFF/, '').trim();
    const unit = /[([]([^()[\]]{1,12})[)\]]\s*$/.exec(name);
    const bare = (unit ? name.slice(0, unit.index) : name).toLowerCase().replace(/[^a-z0-9]/g, '');
    return {
      index,
      name: name === '' ? `column ${index + 1}` : name,
      role: ROLES.get(bare) ?? 'other',
      unit: unit?.[1] ?? '',
    };
  });
}

/** The first column of a role; undefined when there is none. */
export function columnOf(columns: readonly Column[], role: Role): Column | undefined {
  return columns.find(column => column.role === role);
}
