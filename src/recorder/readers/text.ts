import { ACCESS } from './lines/access.ts';
import { CLUSTER_FAMILIES } from './lines/families/cluster.ts';
import { DEVICE_FAMILIES } from './lines/families/device.ts';
import { GATEWAY_FAMILIES } from './lines/families/gateway.ts';
import { JAVA_FAMILIES } from './lines/families/java.ts';
import { NATIVE_FAMILIES } from './lines/families/native.ts';
import { PROXY_FAMILIES } from './lines/families/proxy.ts';
import { PYTHON_FAMILIES } from './lines/families/python.ts';
import { STORE_FAMILIES } from './lines/families/store.ts';
import { familyReader } from './lines/family.ts';
import { KLOG } from './lines/klog.ts';
import { PLAIN_TEXT } from './lines/plainText.ts';
import { STAMPED } from './lines/stamped.ts';
import { SYSLOG } from './lines/syslog.ts';
import { SYSLOG_5424 } from './lines/syslog5424.ts';
import type { LineReader } from './reader.ts';

const FAMILIES = [
  ...CLUSTER_FAMILIES,
  ...STORE_FAMILIES,
  ...GATEWAY_FAMILIES,
  ...PROXY_FAMILIES,
  ...DEVICE_FAMILIES,
  ...JAVA_FAMILIES,
  ...PYTHON_FAMILIES,
  ...NATIVE_FAMILIES,
];

/** Readers that take lines which others know better: any line with a stamp, any line at all. */
export const LAST_RESORTS: readonly LineReader[] = [STAMPED, PLAIN_TEXT];

/** Log formats written line by line: NDJSON, logfmt, syslog, access logs, container logs, application logs. */
export const TEXT_READERS: readonly LineReader[] = [
  SYSLOG_5424,
  SYSLOG,
  ACCESS,
  KLOG,
  ...FAMILIES.map(familyReader),
  ...LAST_RESORTS,
];
