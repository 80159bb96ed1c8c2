import type { Family } from '../family.ts';
import { LEVEL_LETTERS } from '../levelWord.ts';

/** Phones, desktops and their programs. */
export const DEVICE_FAMILIES: readonly Family[] = [
  {
    name: 'logcat',
    layouts: [
      '{time} {pid#} {tid#} {level} {component~}: {body}',
      '{time} {uid} {pid#} {tid#} {level} {component~}: {body}',
      '{time} {level}/{component~}({pid~}): {body}',
      '{level}/{component~}({pid~}): {body}',
    ],
    examples: [
      '04-02 09:41:12.107  1702  2395 D WindowManager: relayoutWindow: viewVisibility=0',
      '04-02 09:41:12.107  1000  1702  2395 W ActivityManager: Slow operation: 74ms so far',
      '04-02 09:41:12.107 E/AndroidRuntime( 2113): FATAL EXCEPTION: main',
      'I/SurfaceFlinger(  412): EventThread stopped',
    ],
    levels: LEVEL_LETTERS,
  },
  {
    name: 'windows-servicing',
    layouts: ['{time}, {level} {component} {body}'],
    examples: [
      '2017-03-11 06:12:44, Info                  CBS    Session: 30546174_85358 initialized by client WindowsUpdateAgent.',
    ],
  },
  {
    name: 'proxifier',
    layouts: ['[{time}] {service~} - {body}'],
    looks: /^\[\d\d\.\d\d /,
    examples: [
      '[11.02 08:15:33] outlook.exe *64 - mail.example.net:993 close, 1190 bytes sent, 2801 bytes (2.73 KB) received, lifetime 00:03',
    ],
  },
  {
    name: 'health-app',
    layouts: ['{time}|{component}|{pid#}|{body}'],
    examples: ['20180104-7:02:09:41|Step_ExtSDM|30002312|calculateCaloriesWithCache totalCalories=126775'],
  },
  {
    name: 'dmesg',
    layouts: ['[{uptime~}] {body}'],
    examples: [
      '[   17.402948] EXT4-fs error (device sda1): ext4_find_entry:1455: inode #2: comm ls: reading directory lblock 0',
    ],
    looks: /^\[ *\d+\.\d{6}\] /,
    service: 'kernel',
  },
  {
    name: 'github-actions',
    layouts: ['{time} ##[{level}]{body}', '{time} {body}', '{time}'],
    examples: [
      '2023-02-11T08:14:09.4029484Z ##[error]Process completed with exit code 1.',
      '2023-02-11T08:14:09.4029484Z ##[group]Run npm test',
      '2023-02-11T08:14:09.4029484Z',
    ],
    looks: /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z(?: |$)/,
  },
  {
    name: 'auditd',
    layouts: [
      'type={component} msg=audit({epoch}:{serial#}): {body}',
      'node={host} type={component} msg=audit({epoch}:{serial#}): {body}',
    ],
    examples: [
      'type=AVC msg=audit(1676103249.402:81): avc:  denied  { read } for  pid=1187 comm="nginx" name="orders.sock"',
      'node=web-3 type=USER_LOGIN msg=audit(1676103249.402:82): pid=1187 uid=0 auid=1000 ses=3 res=failed',
    ],
    service: 'auditd',
  },
];
