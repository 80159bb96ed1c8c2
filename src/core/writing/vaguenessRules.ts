/** Titles of actions that promise nothing one could check. Each rule carries titles that it must and must not match. */
export interface VaguenessRule {
  readonly id: string;
  /** Matched against the title in lower case, with plain apostrophes and single blanks. */
  readonly pattern: RegExp;
  /** Why it is no promise. */
  readonly reason: string;
  /** How it could read instead. */
  readonly better: string;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

/** The end of a title, or of its first clause. */
const END = String.raw`(?=\W*$)`;
const TOPICS =
  'monitoring|observability|alerting|alerts?|logging|logs|metrics|dashboards?|visibility|documentation|docs|runbooks?|testing|tests?|test coverage|coverage|communications?|processe?s?|procedures?|reliability|stability|resilien(?:ce|cy)|performance|security|quality|scalability|robustness|code|reviews?|code reviews?|deployments?|deploys?|releases?|training|onboarding|capacity|automation|tooling|infrastructure|system|systems|everything|things|handling|error handling|redundancy';
const QUALIFIERS = String.raw`(?:(?:our|the|more|better|all|general|overall|additional|some|proper|its|their|any)\s+)*`;
const WHERE = String.raw`(?:\s+(?:and|or|&)\s+(?:${TOPICS}))*(?:\s+(?:in general|overall|across the board|everywhere|as needed|where (?:needed|possible|appropriate)|if (?:needed|possible)|going forward|in (?:the )?future|for (?:the )?future|soon|asap|more))*`;

export const VAGUENESS_RULES: readonly VaguenessRule[] = [
  {
    id: 'attitude',
    pattern:
      /\b(?:be (?:more |extra |very )?(?:careful|cautious|vigilant|attentive|aware|mindful|diligent)|pay (?:more |closer |better )?attention|take (?:more |greater )?care|try (?:harder|to)|remember to|do not forget|don't forget|keep (?:an eye on|in mind)|double[- ]check|think (?:twice|before)|raise awareness|be (?:proactive|better)|avoid mistakes|stay alert|work harder|ensure (?:that )?(?:this|it|that) (?:does not|doesn't|never|won't|will not) happen)/u,
    reason: 'People were careful already. What depends on remembering fails on a busy day.',
    better:
      'Name what changes in the system or the procedure: “Make the deploy command ask for the name of the cluster before it deletes anything”.',
    hits: [
      'be more careful when deploying',
      'pay attention to the dashboards',
      'remember to drain the node',
      "ensure this doesn't happen again",
      'double check the config',
    ],
    misses: ['make the deploy command refuse a wildcard', 'retry with jitter when the broker is away'],
  },
  {
    id: 'improve-something',
    pattern: new RegExp(
      `^\\W*(?:to |we should |we need to |let's )?(?:improve|enhance|better|strengthen|increase|optimi[sz]e|fix|review|revisit|harden|expand|extend|more|better|update|add|have|do|get|need|boost|tighten|polish|clean up|refactor|streamline|rethink)\\s+${QUALIFIERS}(?:${TOPICS})${WHERE}${END}`,
      'u',
    ),
    reason: 'It says which subject, but not what will be different, where, or by how much.',
    better:
      'Say what, where and from which limit on: “Alert on-call when replication lag of orders-db exceeds 30 s for 2 minutes”.',
    hits: [
      'improve monitoring',
      'better alerting',
      'add more tests',
      'review the documentation',
      'improve our monitoring and alerting',
      'update runbooks as needed',
      'more logging',
    ],
    misses: [
      'alert on replication lag of orders-db over 30 s',
      'add tests for the retry of payment webhooks',
      'update the runbook for failover of orders-db with the promotion step',
      'improve p95 of checkout to under 300 ms by batching price lookups',
    ],
  },
  {
    id: 'improve-somewhere',
    pattern: new RegExp(
      `^\\W*(?:improve|enhance|better|strengthen|increase|optimi[sz]e|more|review|revisit|harden)\\s+${QUALIFIERS}(?:${TOPICS}|governance|handling)\\s+(?:of|for|on|in|around|across|at)\\s+(?!.*(?:\\d|\\bby\\b|\\bso that\\b|\\bwith\\b))(?:[^\\s,;]+\\s*){1,5}$`,
      'u',
    ),
    reason: 'It says where, but not what will be different there.',
    better:
      'Say what will be there that is not there now: “Alert when a pod of checkout is killed for memory twice in an hour”.',
    hits: ['better monitoring of namespaces', 'improve alerting for kafka', 'more tests around billing'],
    misses: [
      'improve logging of payments by adding the order id to each line',
      'add alerts for fluentd when no log line arrives for 5 minutes',
    ],
  },
  {
    id: 'look-into',
    pattern:
      /^\W*(?:to |we should |we need to |let's )?(?:look (?:into|at)|figure out|find out|investigate|explore|consider|think about|research|discuss|evaluate|analy[sz]e|check (?:if|whether|why)|see if|talk (?:to|about|with)|follow up|reach out|ask|monitor the situation|keep monitoring|brainstorm|assess|examine)\b(?!.*\b(?:and (?:then )?(?:decide|write|record|document|report|choose|publish)|until|by (?:comparing|measuring)|decision)\b)/u,
    reason: 'Looking has no end: nobody can say when it is done.',
    better:
      'Name what will exist afterwards: “Measure connection use at peak and write down, with a decision, whether the pool needs a larger limit”.',
    hits: [
      'investigate why the pool ran out',
      'consider adding a cache',
      'look into dns',
      'follow up with the vendor',
      'check whether limits help',
    ],
    misses: [
      'investigate pool use at peak and decide on the limit',
      'check certificates for expiry every night in ci',
    ],
  },
  {
    id: 'blame-and-train',
    pattern:
      /^\W*(?:re-?train|remind|tell|educate|teach|train|inform|warn|instruct|coach|talk to)\s+(?:(?:the|our|all|whole|new|on-call)\s+)*(?:everyone|everybody|people|staff|teams?|developers?|engineers?|operators?|users?|colleagues?|responders?|him|her|them|whoever)\b/u,
    reason: 'It asks people to change and leaves the trap where it is.',
    better:
      'Change what made the wrong step easy, or rehearse the right one: “Run a failover drill with both on-call teams by March, and record the time to promote”.',
    hits: ['remind the team to check alerts', 'train engineers on deploys', 'educate users'],
    misses: ['train the anomaly model on december', 'warn in the console before a table is dropped'],
  },
  {
    id: 'wish-without-measure',
    pattern:
      /\b(?:more|better|faster|quicker|sooner|regularly|frequently|often|properly|appropriately|correctly|as (?:soon|much|often) as possible|where (?:possible|appropriate|needed)|if possible|best practices?|state of the art|and so on|etc\.?)\s*\W*$/u,
    reason: 'It ends in a wish: without a limit nobody can tell whether it came true.',
    better:
      'Give the limit and where it is measured: “Roll back by itself when errors of a new version exceed 2 % for 3 minutes”.',
    hits: ['roll back faster', 'test failover regularly', 'follow best practices', 'clean up queues etc.'],
    misses: ['roll back within 3 minutes', 'test failover on the first monday of each month'],
  },
  {
    id: 'prevent-in-general',
    pattern:
      /^\W*(?:to )?(?:prevent|avoid|stop|eliminate|make sure|ensure|guarantee|fix|solve|address|resolve|handle|deal with)\s+(?:that )?(?:(?:the|this|these|such|similar|any|all|future|further|more|it|that|other|root|underlying)\s+)*(?:it|this|that|outages?|incidents?|issues?|problems?|bugs?|errors?|failures?|downtime|causes?|things?|recurrences?|everything|situations?|happen(?:s|ing)?|again)(?:\s+(?:from (?:happening|recurring|occurring)|happen(?:ing|s)?|again|in (?:the )?future|going forward|work(?:s|ing)?|is|stable|reliable|properly))*\W*$/u,
    reason: 'That is the aim of every action, not an action.',
    better: 'Say by what: “Refuse migrations that lock a table above 1 million rows, in the pipeline”.',
    hits: [
      'prevent this from happening again',
      'fix the issue',
      'avoid future outages',
      'address the root cause',
      'make sure it works',
    ],
    misses: [
      'fix the race in the lock renewal of the scheduler',
      'avoid full scans on orders by adding an index on created_at',
    ],
  },
];
