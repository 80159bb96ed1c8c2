import type { LineReader } from '../reader.ts';
import { ACCESS } from './access.ts';
import { CLUSTER_FAMILIES } from './families/cluster.ts';
import { DEVICE_FAMILIES } from './families/device.ts';
import { GATEWAY_FAMILIES } from './families/gateway.ts';
import { JAVA_FAMILIES } from './families/java.ts';
import { NATIVE_FAMILIES } from './families/native.ts';
import { PROXY_FAMILIES } from './families/proxy.ts';
import { PYTHON_FAMILIES } from './families/python.ts';
import { STORE_FAMILIES } from './families/store.ts';
import { familyReader } from './family.ts';
import { KLOG } from './klog.ts';
import { LOGFMT } from './logfmt.ts';
import { NDJSON } from './ndjson.ts';
import { STAMPED } from './stamped.ts';
import { SYSLOG } from './syslog.ts';
import { SYSLOG_5424 } from './syslog5424.ts';

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

/** What programs themselves write, the most telling format first; any line with a stamp comes last. */
export const LINE_FORMATS: readonly LineReader[] = [
  NDJSON,
  SYSLOG_5424,
  SYSLOG,
  ACCESS,
  KLOG,
  ...FAMILIES.map(familyReader),
  LOGFMT,
  STAMPED,
];
