import type { Attributes, ReadRecord } from '../../../../core/record.ts';
import type { Family } from '../family.ts';
import { wrapsMessage } from '../wrapsMessage.ts';

/** `QuorumPeer[myid=1]/0:0:…:2181:FastLeaderElection@774` → thread, component, line. */
function splitOrigin(_record: ReadRecord, attributes: Attributes): void {
  const origin = attributes.origin;
  if (typeof origin !== 'string') return;
  const at = origin.lastIndexOf('@');
  const colon = origin.lastIndexOf(':', at);
  if (at < 0) return;
  delete attributes.origin;
  if (colon > 0) attributes.thread = origin.slice(0, colon);
  attributes.component = origin.slice(colon + 1, at);
  attributes.codeLine = Number(origin.slice(at + 1));
}

/** `- ` before a line of a supercomputer means no alert; a word names the alert's category. */
function keepAlert(record: ReadRecord, attributes: Attributes): void {
  if (attributes.alert !== undefined && (record.level === undefined || record.level === 'info'))
    record.level = 'error';
}

/** Data platforms and clusters. */
export const CLUSTER_FAMILIES: readonly Family[] = [
  {
    name: 'hdfs',
    layouts: ['{time} {pid#} {level} {component}: {body}'],
    examples: [
      '090214 071302 148 INFO dfs.DataNode$PacketResponder: PacketResponder 0 for block blk_42 terminating',
    ],
    looks: /^\d{6} \d{6} /,
    continues: wrapsMessage,
  },
  {
    name: 'hadoop',
    layouts: ['{time} {level} [{thread~}] {component}: {body}'],
    examples: [
      '2015-11-03 09:14:27,811 INFO [IPC Server handler 3 on 41007] org.apache.hadoop.mapred.TaskAttemptListenerImpl: JVM with ID 7 given task',
    ],
    looks: /\] (?:[\w.]+\.)?org\.(?:apache\.hadoop|mortbay)\./,
    continues: wrapsMessage,
  },
  {
    name: 'spark',
    layouts: ['{time} {level} {component}: {body}'],
    examples: ['18/02/11 06:20:51 WARN scheduler.TaskSetManager: Lost task 3.0 in stage 2.0 (TID 77)'],
    looks: /^\d\d\/\d\d\/\d\d /,
    continues: wrapsMessage,
  },
  {
    name: 'zookeeper',
    layouts: ['{time} - {level} [{origin~}] - {body}', '{time} [{myid~}] - {level} [{origin~}] - {body}'],
    examples: [
      '2016-04-02 10:31:09,274 - WARN  [SendWorker:2:QuorumCnxManager$SendWorker@679] - Interrupted while waiting for message',
      '2021-04-02 10:31:09,274 [myid:2] - INFO  [main:QuorumPeerConfig@136] - Reading configuration from zoo.cfg',
    ],
    finish: splitOrigin,
    continues: wrapsMessage,
  },
  {
    name: 'openstack',
    layouts: [
      '{time} {pid#} {level} {component} [{request~}] {body}',
      '{time} {pid#} {level} {component} {body}',
      '{file} {time} {pid#} {level} {component} [{request~}] {body}',
    ],
    examples: [
      '2018-03-04 09:00:02.117 3120 WARNING nova.virt.libvirt.imagecache [req-5f1d - - - - -] Unknown base file',
      '2018-03-04 09:00:02.117 3120 ERROR oslo_service.service Exception in thread',
      'nova-api.log.1.2018-03-04_09:10:11 2018-03-04 09:00:02.117 3120 INFO nova.api.openstack.compute.wsgi [req-5f1d a b - - -] HTTP exception thrown: No instances found',
    ],
    looks: /^(?:\S+ )?\d{4}-\d\d-\d\d \S+ \d+ [A-Z]+ [^\s:]+ /,
    continues: wrapsMessage,
  },
  {
    name: 'bgl',
    layouts: [
      '{alert} {epoch} {skip} {host} {time} {skip} {facility} {component} {level} {body}',
      '{alert} {epoch} {skip} {host} {time} {skip} {facility} {body}',
    ],
    examples: [
      '- 1118837570 2005.06.15 R11-M0-N4-C:J08-U01 2005-06-15-05.12.50.107342 R11-M0-N4-C:J08-U01 RAS KERNEL INFO generating core.2275',
      '- 1118837571 2005.06.15 NULL 2005-06-15-05.12.51.107342 NULL RAS 3 torus receiver y+ input pipe error(s) detected',
    ],
    looks: /^\S+ \d{10} \d{4}\.\d\d\.\d\d \S+ \d{4}-/,
    finish: keepAlert,
  },
  {
    name: 'thunderbird',
    layouts: [
      '{alert} {epoch} {skip} {host} {time} {place} {service}[{pid#}]: {body}',
      '{alert} {epoch} {skip} {host} {time} {place} {service}: {body}',
      '{alert} {epoch} {skip} {host} {time} {place} {body}',
    ],
    examples: [
      '- 1132566461 2005.11.21 dn411 Nov 21 01:47:41 dn411/dn411 crond(pam_unix)[2915]: session closed for user root',
      'VAPI 1132566462 2005.11.21 tbird-admin1 Nov 21 01:47:42 local@tbird-admin1 ib_sm.x: No topology change',
      '- 1132566463 2005.11.21 en257 Nov 21 01:47:43 en257/en257 last message repeated 2 times',
    ],
    looks: /^\S+ \d{10} \d{4}\.\d\d\.\d\d \S+ [A-Z][a-z]{2} /,
    finish: keepAlert,
  },
  {
    name: 'hpc',
    layouts: ['{entry#} {host} {component} {state} {epoch} {flag} {body}'],
    examples: [
      '204811 node-118 unix.hw state_change.unavailable 1087804742 1 Component State Change: Component \\042scip0\\042 is in the unavailable state',
    ],
  },
  {
    name: 'kafka',
    layouts: [
      '[{time}] {level} [{component~}] {body}',
      '[{time}] {level} [{component~}]: {body}',
      '[{time}] {level} {body}',
    ],
    examples: [
      '[2023-02-11 08:14:09,402] WARN [ReplicaManager broker=1] Leader not local for partition orders-3 (kafka.server.ReplicaManager)',
      '[2023-02-11 08:14:09,402] INFO [GroupCoordinator 1]: Stabilized group billing generation 12 (kafka.coordinator.group.GroupCoordinator)',
      '[2023-02-11 08:14:09,402] INFO Awaiting socket connections on 0.0.0.0:9092. (kafka.network.Acceptor)',
    ],
    looks: /\([\w.$]+\)$/,
    continues: wrapsMessage,
  },
  {
    name: 'elasticsearch-log',
    layouts: ['[{time}][{level}][{component~}] [{node~}] {body}', '[{time}][{level}][{component~}] {body}'],
    examples: [
      '[2023-02-11T08:14:09,402][WARN ][o.e.m.j.JvmGcMonitorService] [es-data-2] [gc][81273] overhead, spent [612ms] collecting in the last [1s]',
      '[2023-02-11T08:14:09,402][INFO ][o.e.n.Node               ] initialized',
    ],
    continues: wrapsMessage,
  },
];
