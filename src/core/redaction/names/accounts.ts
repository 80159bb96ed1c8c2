import { functionWords, notNames } from './notNames.ts';

/** Accounts of machines and roles: they tell nobody's name, and a reader of a postmortem needs them. */
const machineAccounts = new Set(
  `root toor admin administrator adm sysadmin superuser sudo wheel guest test tester testuser demo user users default public shared anonymous
  nobody noone unknown none null nil undefined system sys service svc operator op owner bin daemon sync games man lp mail news uucp proxy
  backup list irc gnats www www-data web webmaster httpd nginx apache tomcat jboss ftp ftpuser sshd ssh git gitlab github runner actions
  jenkins ci build builder deploy deployer deployment ansible terraform vagrant docker kube kubernetes k8s app apps application api node
  nodejs ubuntu debian centos ec2-user fedora alpine core pi oracle postgres mysql mariadb mongodb redis elastic elasticsearch kibana
  grafana prometheus nagios zabbix monitor monitoring metrics logs syslog kafka zookeeper rabbitmq hadoop hdfs yarn spark hive hbase
  airflow celery sentry vault consul etcd haproxy postfix dovecot named bind ntp ldap samba print cron at dbus polkitd rpc rpcuser nfs
  localhost local true false yes no all any everyone self me bot robot automation scheduler worker server client agent controller manager
  pgadmin cisco ubnt vnc ghost boot matlab squid nexus sonar minecraft teamspeak steam plex
  info support sales contact hello help abuse postmaster hostmaster noreply no-reply alerts security readonly readwrite reader writer`
    .split(/\s+/)
    .filter(Boolean),
);

/** Names of things: service accounts, namespaced principals, numbers, hashes. */
const machineShape =
  /^(?:\d+|[0-9a-f-]{16,}|(?:svc|srv|sa|bot|sys|ci|k8s)[-_.].*|.*service|.*[-_.](?:svc|sa|bot|robot|role|agent|operator|controller|manager|server|app|user|system|account|daemon|job|runner|api|db|team|group|prod|dev|stage|staging|test))$/i;

/** Whether an account is a person's, as far as its name tells. */
export function isPersonalAccount(account: string): boolean {
  const lower = account.toLowerCase();
  return (
    !machineAccounts.has(lower) &&
    !notNames.has(lower) &&
    !functionWords.has(lower) &&
    !machineShape.test(account)
  );
}
