/**
 * Capitalised words that are in no dictionary of common English and yet name no person (or, like April and Jordan,
 * hardly ever do in the text of an incident): products, formats, months, weekdays, nations, time zones.
 */
const words = `
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
utc gmt cet cest est edt pst pdt ist jst bst etc
kubernetes k8s docker podman helm istio envoy linkerd cilium calico flannel etcd kubelet kubectl containerd kubeadm karpenter argo
argocd flux terraform ansible pulumi vagrant packer nomad consul vault jenkins gitlab github bitbucket circleci travis spinnaker
tekton prometheus alertmanager grafana loki tempo mimir thanos cortex jaeger zipkin opentelemetry otel datadog newrelic dynatrace
splunk elastic elasticsearch opensearch logstash kibana fluentd fluentbit filebeat statsd collectd telegraf influx influxdb nagios
zabbix sentry pagerduty opsgenie statuspage slack mattermost teams zoom jira confluence trello asana zendesk postgres postgresql
mysql mariadb mongo mongodb redis memcached cassandra scylla couchbase couchdb cockroach dynamo dynamodb spanner bigtable bigquery
redshift snowflake databricks hadoop hdfs hive hbase spark flink kafka zookeeper rabbitmq activemq pulsar nats celery sidekiq airflow
dagster nginx apache tomcat jetty undertow netty haproxy traefik varnish squid caddy gunicorn uwsgi puma unicorn akka quarkus
spring hibernate django flask rails laravel symfony wordpress drupal express fastify nextjs react angular vue svelte node deno bun
java javascript typescript python golang rust ruby perl php scala kotlin swift erlang elixir haskell clojure lua bash zsh posix
linux ubuntu debian centos fedora redhat rhel suse alpine arch gentoo windows macos darwin android ios unix solaris freebsd
amazon aws azure google gcp cloudflare akamai fastly heroku vercel netlify digitalocean linode hetzner oracle microsoft apple
facebook meta twitter linkedin youtube netflix spotify stripe paypal adyen twilio sendgrid mailchimp hubspot salesforce shopify
lambda fargate cloudwatch cloudfront cloudtrail route53 kinesis athena glue sagemaker aurora pubsub firebase firestore stackdriver
chrome chromium firefox safari opera mozilla webkit applewebkit gecko trident edge khtml wget curl postman selenium playwright
http https tcp udp dns tls ssl ssh ftp sftp smtp imap ldap saml oauth oidc jwt rpc grpc graphql rest soap json yaml toml xml csv
html css api sdk cli gui url uri uuid sql nosql cpu gpu ram ssd nvme iops vpc vpn cdn waf acl iam rbac sla slo sli sre devops
ok todo fixme info warn error debug trace fatal notice crit critical emerg alert severe stdout stderr stdin null nil none undefined
true false unknown anonymous admin root guest nobody daemon localhost mixin mutex semaphore goroutine async await
namenode datanode secondarynamenode nodemanager resourcemanager mapreduce yarn jvm gc oom segfault sigterm sigkill sigsegv
rsyslogd sshd systemd journald crond cron kernel dbus udev selinux apparmor iptables ntpd chronyd dhcpd
english french german spanish italian portuguese dutch swedish norwegian danish finnish icelandic polish czech slovak slovenian
croatian serbian bosnian hungarian romanian bulgarian greek turkish russian ukrainian chechen arabic hebrew persian hindi chinese
japanese korean thai vietnamese indonesian malay american british canadian australian european african asian irish scottish welsh
mexican brazilian argentine indian pakistani israeli egyptian moroccan tunisian swiss austrian belgian cambodian
africa america asia europe antarctica oceania christmas easter ramadan diwali internet intranet ethernet wifi bluetooth unicode ascii utf
postmortem runbook rollout rollback failover healthcheck timestamp hostname username namespace configmap daemonset statefulset
replicaset autoscaler autoscaling microservice middleware frontend backend webhook dataset tokenizer serializer deserializer
prince princess king queen royal duke duchess lord lady
website online email blog app login signup fyi tldr eta imo afaik asap btw lgtm wip lol omg thx bot
`;

const functions = `
i me my mine you your yours he him his she her hers it its we us our ours they them their theirs this that these those who whom whose
which what when where why how a an the and or but nor so yet if then else than as at by for from in into of off on onto out over to
under up with within without about above after again against along among around because before behind below between beyond during
except inside like near outside past since through till until upon via while am is are was were be been being do does did done
have has had having can could may might must shall should will would not no yes there here please thank just also only even still
now once too very all any both each every few more most much many other some such same own one two three
i'm i've i'll i'd you're you've you'll you'd he's she's it's we're we've we'll they're they've they'll don't doesn't didn't can't couldn't
won't wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't that's there's what's who's where's let's here's c'mon
`;

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Folded. */
export const notNames = setOf(words);
export const functionWords = setOf(functions);
