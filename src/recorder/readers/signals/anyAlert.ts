import { isObject, type JsonObject } from '../json/value.ts';
import { levelOf } from '../names/levelOf.ts';
import { type Leaf, leavesOf, valuesOf } from './leaves.ts';
import { type AlertState, labelsOfTags, type Notice, type Signal } from './notice.ts';
import { stateOfText, stateOfWord } from './stateOf.ts';

/** The names under which vendors keep each part of an alert, the surest first; see `leavesOf` for how they are compared. */
// biome-ignore format: a table
const NAMES = {
  title: [
    'alertname', 'alerttitle', 'alertrule', 'alertrulename', 'rulename', 'alertdisplayname', 'monitorname', 'checkname',
    'problemtitle', 'problemname', 'incidenttitle', 'incidentname', 'detectorname', 'searchname', 'testname', 'conditionname',
    'rule.name', 'alert.name', 'title', 'subject', 'fields.summary',
  ],
  weakTitle: [
    'service.displayname', 'host.displayname', 'monitor.name', 'check.name', 'metadata.name', 'name', 'summary', 'alert', 'eventname',
    'policyname', 'shortdescription', 'headline', 'message', 'description', 'msg',
  ],
  body: [
    'description', 'longdescription', 'message', 'incidentreason', 'reason', 'output', 'details', 'problemdetailstext', 'text',
    'msg', 'body', 'summary', 'info', 'failingcondition', 'errormessage', 'ruleexpression', 'shortdescription',
  ],
  severity: [
    'severity', 'alertseverity', 'problemseverity', 'severitylevel', 'severity.name', 'severity.label', 'importancelevel', 'priority',
    'priority.name', 'alertpriority', 'urgency', 'urgency.name', 'criticality', 'loglevel', 'level', 'impact',
  ],
  state: [
    'state', 'status', 'alertstate', 'alertstatus', 'currentstate', 'monitorcondition', 'problemstate', 'incidentstatus.category',
    'incidentstatus.name', 'transition', 'alerttransition', 'notificationtype', 'alertaction', 'triggertype', 'state.name', 'status.name',
    'status.text', 'action', 'eventtype', 'eventname', 'type', 'event',
  ],
  firedAt: [
    'startsat', 'firedat', 'fireddatetime', 'triggeredat', 'triggertimestart', 'triggertime', 'triggeredtime', 'triggered', 'startedat',
    'datestartzoned', 'alertstarttime', 'starttime', 'datestart', 'start', 'openedat', 'opentime', 'detectedat', 'incidenttimeiso',
    'incidenttime', 'firstoccurrence', 'reporttime', 'executionstart', 'createdat', 'created',
  ],
  resolvedAt: [
    'endsat', 'resolvedat', 'resolveddatetime', 'recoveredat', 'recoverytime', 'closedat', 'clearedat', 'cleartime', 'endedat', 'dateendzoned',
    'alertendtime', 'endtime', 'dateend', 'end', 'resolvedon',
  ],
  toldAt: [
    'timestamp', 'datetime', 'occurredat', 'eventtime', 'eventtimestamp', 'longdatetime', 'shortdatetime', 'statechangedtimestamp',
    'statechangedutctime', 'lastreceived', 'updatedat', 'lastupdated', 'lastoccurrencetimestamp', 'lastoccurrence', 'lastchange',
    'executionend', 'heartbeat.time', 'localdatetime', 'senttime', 'sentat', 'time', 'date', 'alertdate',
  ],
  service: [
    'servicename', 'service.name', 'service', 'impactedservice', 'application', 'applicationname', 'app', 'appname', 'component',
    'componentname', 'subsystem', 'project.name', 'project', 'projectname', 'tiername', 'configurationitems', 'impactedentity',
    'resourcename', 'resource',
  ],
  host: [
    'hostname', 'host.name', 'host', 'computer', 'device', 'devicename', 'nodename', 'node', 'server', 'servername', 'agentname',
    'instance', 'hostip',
  ],
  id: [
    'fingerprint', 'alertid', 'incidentid', 'problemid', 'eventid', 'dedupkey', 'checkid', 'monitorid', 'testid', 'id', 'uid', 'uuid', 'sid',
  ],
  url: [
    'alerturl', 'incidenturl', 'problemurl', 'issueurl', 'detectorurl', 'resultslink', 'alertresponseurl', 'permalink', 'htmlurl', 'weburl',
    'link', 'url', 'monitorurl',
  ],
} as const satisfies Record<string, readonly string[]>;

/** What only payloads of alerts have among their keys. */
const TELLING =
  /alert|incident|alarm|problem|monitor|outage|heartbeat|\.(?:rulename|checkname|checkid|checkcommand|searchname|currentstate|dedupkey|firedat|notificationtype|testid|trigger\w*)$/;
/** What says of a payload what it is about, and how it says that. */
const TOPICS = ['type', 'event', 'eventtype', 'webhookevent', 'kind'];
const TELLING_TOPIC = /alert|incident|alarm|problem|monitor|outage/i;
/** What loggers call a line's time, level and text. */
const LOG_KEYS = [
  ['time', 'timestamp', 'ts', 'datetime', 'date', 't'],
  ['level', 'lvl', 'loglevel', 'levelname', 'severity'],
  ['message', 'msg', 'log'],
];
/** What says how bad an alert is, and is no word of loggers alone. */
const GRAVITY = ['severity', 'priority', 'urgency', 'criticality'];
const TELLING_DEPTH = 3;
const MOST_DETAILS = 60;

/** An alert of a vendor whose payloads nobody described to us: known by what alerts of all vendors have in common. */
export const ANY_ALERT: Signal = {
  vendor: 'other',
  matches: payload => isAlert(payload, leavesOf(payload)),
  read: payload => [noticeOf(payload, leavesOf(payload))],
};

function isAlert(payload: JsonObject, leaves: readonly Leaf[]): boolean {
  const has = (names: readonly string[]): boolean => valuesOf(leaves, names).length > 0;
  const hasTitle = has(NAMES.title);
  if (!hasTitle && !has(NAMES.weakTitle)) return false;
  const telling = leaves.filter(isTelling).length;
  if (isLogLine(payload) && !hasTitle && telling < 2) return false;
  if (telling > 0) return has(NAMES.severity) || stateIn(leaves) !== '';
  if (isObject(payload.labels) && 'severity' in payload.labels) return true;
  const hasTime = has(NAMES.firedAt) || has(NAMES.toldAt);
  if (hasTitle) return has(NAMES.severity) && (hasTime || stateIn(leaves) !== '');
  return hasTime && valuesOf(leaves, GRAVITY).some(word => levelOf(String(word)) !== '');
}

function isLogLine(payload: JsonObject): boolean {
  const keys = Object.keys(payload).map(key => key.toLowerCase().replace(/[^a-z]/g, ''));
  return LOG_KEYS.every(names => names.some(name => keys.includes(name)));
}

function isTelling({ key, pair, depth, value }: Leaf): boolean {
  if (depth > TELLING_DEPTH) return false;
  return TELLING.test(pair) || (TOPICS.includes(key) && TELLING_TOPIC.test(String(value)));
}

/** The first state word that we know, or the state that a sentence tells. */
function stateIn(leaves: readonly Leaf[]): AlertState {
  for (const word of valuesOf(leaves, NAMES.state)) {
    const state = stateOfWord(String(word));
    if (state !== '') return state;
  }
  return stateOfText(valuesOf(leaves, [...NAMES.title, ...NAMES.body]).join('\n'));
}

function noticeOf(payload: JsonObject, leaves: readonly Leaf[]): Notice {
  const text = (names: readonly string[]): string | undefined => valuesOf(leaves, names)[0]?.toString();
  const name = text(NAMES.title) ?? text(NAMES.weakTitle);
  const body = valuesOf(leaves, NAMES.body)
    .find(said => said !== name)
    ?.toString();
  const severity = severityIn(leaves);
  const state = stateIn(leaves) || stateOfWord(severity ?? '');
  return {
    name,
    body,
    severity,
    service: text(NAMES.service),
    host: text(NAMES.host),
    state,
    ...timesIn(leaves, state),
    id: text(NAMES.id),
    url: valuesOf(leaves, NAMES.url)
      .map(String)
      .find(url => /^https?:/.test(url)),
    labels: isObject(payload.labels) ? payload.labels : labelsOfTags(payload.tags),
    details: Object.fromEntries(
      Object.entries(payload)
        .filter(([, value]) => typeof value !== 'object')
        .slice(0, MOST_DETAILS),
    ),
  };
}

/** The first word for how bad it is that we know, a state that says so (`CRITICAL`, `DOWN`), or the first word. */
function severityIn(leaves: readonly Leaf[]): string | undefined {
  const words = valuesOf(leaves, NAMES.severity).map(String);
  const states = valuesOf(leaves, NAMES.state)
    .map(String)
    .filter(word => stateOfWord(word) === 'firing');
  const [priority] = valuesOf(leaves, ['priority', 'alertpriority']).map(String);
  const ranked = /^[1-5]$/.test(priority ?? '') ? [`P${priority}`] : [];
  return [...words, ...ranked, ...states].find(word => levelOf(word) !== '') ?? words[0];
}

/** An alert that is over began, too, where its end is known; one that is only known to have been told fires from then on. */
function timesIn(
  leaves: readonly Leaf[],
  state: AlertState,
): Pick<Notice, 'firedAt' | 'resolvedAt' | 'toldAt'> {
  const first = (names: readonly string[]): unknown => valuesOf(leaves, names)[0];
  const firedAt = first(NAMES.firedAt);
  const toldAt = dateAndClock(leaves) ?? first(NAMES.toldAt);
  if (state === 'firing') return { firedAt: firedAt ?? toldAt };
  if (state !== 'resolved') return { toldAt: toldAt ?? firedAt };
  const over = first(NAMES.resolvedAt) ?? toldAt;
  return over === undefined ? { resolvedAt: firedAt } : { firedAt, resolvedAt: over };
}

/** Date and time of day, where they are told apart. */
function dateAndClock(leaves: readonly Leaf[]): string | undefined {
  const [date] = valuesOf(leaves, ['date', 'eventdate']);
  const clock = valuesOf(leaves, ['time', 'eventtime']).find(time => /^\d{1,2}:\d\d/.test(String(time)));
  return date !== undefined && clock !== undefined ? `${date} ${clock}` : undefined;
}
