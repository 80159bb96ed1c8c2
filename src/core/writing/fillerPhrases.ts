/**
 * Words that stand where a text should be. Matched against one sentence in lower case, NFKC, without marks of emphasis.
 * Each carries texts that it must and must not match.
 */
export interface FillerRule {
  readonly id: string;
  readonly pattern: RegExp;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

/** Between the letters of an abbreviation: nothing, blanks, points, strokes. */
const GAP = String.raw`[\s.\-_/\\]*`;
const spelled = (letters: string): string => [...letters].join(GAP);

export const FILLER_RULES: readonly FillerRule[] = [
  {
    id: 'abbreviation',
    pattern: new RegExp(
      `^\\W*(?:${['tbd', 'tba', 'tbc', 'tbw', 'tbs'].map(spelled).join('|')})(?![\\p{L}\\d])`,
      'u',
    ),
    hits: ['tbd', 't.b.d.', 't b d', '[tbd]', 't-b-a', 'tbc by the platform team next week', '?? tbd'],
    misses: ['tbdms restarted', 'the tbd queue overflowed'],
  },
  {
    id: 'value-missing',
    pattern: new RegExp(`(?:^|[:=–—-]\\s*)\\W*(?:tb[dacws]|n${GAP}a|to${GAP}do|none|unknown|\\?+)\\W*$`, 'u'),
    hits: [
      'root cause: tbd',
      'owner: n/a',
      'n/a',
      'n.a.',
      'n \\ a',
      'na',
      'impact – unknown',
      'none.',
      'start of the impact: ???',
    ],
    misses: [
      'the cause is unknown to the vendor',
      'no requests failed',
      'nat gateways: none were left in zone a',
    ],
  },
  {
    id: 'later',
    pattern:
      /^\W*(?:(?:still |yet |needs? |has |have |should |must |will |going )*(?:to )?be |yet to be )?(?:filled|completed|added|written|determined|confirmed|decided|announced|defined|provided|updated|supplied|discussed|expanded|documented|clarified|investigated|finali[sz]ed)\b(?: (?:in|out|up))?(?: (?:here|later|soon|shortly|asap|tomorrow|eventually|once|when|after|before|by|in|at|with|next|during|following|on)\b.*)?\W*$/u,
    hits: [
      'to be filled',
      'to be completed later',
      'to be determined.',
      'will be updated after the review',
      'still to be written',
      'to be filled in by the owner',
      'needs to be added',
    ],
    misses: [
      'to be safe, the pool was doubled',
      'updated the certificate on all load balancers',
      'completed 40 of 60 migrations',
    ],
  },
  {
    id: 'about-the-text',
    pattern:
      /\b(?:(?:this|the) (?:section|part|field|text|page|document|summary|paragraph|table|template)|(?:more )?(?:details?|info(?:rmation)?|content|text|words)|more|rest|it|this)\b[^.]{0,30}\b(?:(?:to|will|should|must|needs?|yet|can) (?:to )?(?:be )?(?:filled|fill|completed?|added?|written|write|updated?|provided?|follow|come|determined|expanded)\b|coming soon|coming later|(?:is|was|been) (?:intentionally |left |still )*(?:empty|blank|missing|a placeholder))/u,
    hits: [
      'this section will be completed later',
      'more details to follow',
      'details will be added once we know',
      'more to come',
      'this section is intentionally left blank',
      'the text should be written by the owner',
    ],
    misses: [
      'the section of the network that failed',
      'the details of 312 customers were exposed',
      'this alert fired twice',
    ],
  },
  {
    id: 'promise-to-write',
    pattern:
      /\b(?:will|'ll|shall|going to|need to|have to|should|must|please)\b[^.]{0,20}\b(?:fill|finish|complete|write|update|expand|add)\b[^.]{0,12}\b(?:this|it|me|here|in|later|soon|tomorrow|asap|more)\b|^\W*fill (?:this |it |me )?(?:in|out)\b/u,
    hits: [
      'we will fill this in later',
      "i'll update it tomorrow",
      'fill me in',
      'please complete this section',
      'fill in later',
    ],
    misses: ['we will add an alert on replication lag', 'the vendor will update the certificate chain'],
  },
  {
    id: 'placeholder',
    pattern:
      /^\W*(?:to[\s.\-_]?do|fix[\s.\-_]?me|x{2,}|placeholder|work in progress|wip|coming soon|draft|dummy|sample|example) ?(?:text|content|data|here|only)?(?:\s*[:\-–—(,].*)?\W*$/u,
    hits: [
      'to-do',
      'todo: ask the owner',
      'fix me',
      'xxx',
      'placeholder text',
      'work in progress',
      'wip',
      'coming soon',
      '(draft)',
      'sample text',
    ],
    misses: [
      'todo lists of all users were empty',
      'example.com answered with 503',
      'placeholder images were served instead of products',
    ],
  },
  {
    id: 'instruction',
    pattern:
      /^\W*(?:please |briefly )*(?:(?:describe|explain|summari[sz]e|state|outline|specify) (?:briefly |here |in |what|how|why|who|when|where|the |any |your |all |each |which)|(?:insert|put|type|enter|write|add|place|paste|provide|your|some) (?:[\p{L}\d' -]{0,40} )?(?:here|goes here)\W*$|(?:enter|type|insert|add|write|put|provide|paste) (?:your |some |the |any |more |a )*(?:text|details?|content|description|summary|info(?:rmation)?|something|names?|dates?|values?|comments?)\W*$|(?:click|tap) (?:here|to)\b|replace (?:this|me|with)\b[^.]{0,30}\W*$|insert (?:a |the |your )|(?:a )?(?:short|brief) (?:[\p{L}]+ )?(?:description|summary|explanation)\b[^.]{0,30}\W*$)/u,
    hits: [
      'describe what happened',
      'short event description.',
      'insert the summary',
      'your text here',
      'write something here',
      'please explain why',
      'brief summary of the incident',
      'paste the graph here',
      'add details',
      'enter your text',
      'click to edit',
      'replace this text',
    ],
    misses: [
      'write a runbook for failover',
      'add the missing index on orders',
      'provide fallback credentials to the pipeline',
      'type checks rejected the payload',
    ],
  },
  {
    id: 'elsewhere',
    pattern:
      /^\W*(?:please )?(?:(?:see|refer to|cf\.?|same as|described in|check|read|look at|ask)(?: (?:the|our|this|that|in|on|at|above|below|attached|linked|previous|other|earlier|slack|teams|jira|confluence|wiki|ticket|issue|thread|channel|chat|doc|docs|document|page|link|file|report|postmortem|notes?|log|logs|for|more|details?|info|information|[\p{L}'-]+(?=\W*$)))+|(?:as |see |same as )?(?:above|below|before)|ditto|idem)\W*$/u,
    hits: [
      'see above',
      'same as above',
      'see slack',
      'ask bob',
      'ditto',
      'see the ticket for details',
      'see previous postmortem.',
    ],
    misses: [
      'ask the vendor if volumes survive a restart',
      'check why no alert came from the exporter',
      'read replicas lagged',
      'checkout failed',
    ],
  },
  {
    id: 'nothing-said',
    pattern:
      /^\W*(?:there (?:is|was|are) )?(?:nothing|no (?:info(?:rmation)?|data|details?|content|text|input|comments?|idea|clue|notes?|answer|description)|not (?:yet |really |currently )?(?:applicable|available|known|relevant|sure|filled|written|decided|determined|started|specified|provided|clear|done|set|defined|needed|required)|unknown|pending|undecided|undetermined|unclear|unspecified|idk|dunno|who knows|whatever)(?: (?:to|at|for|yet|so|available|here|as|is|was|the|this|that|now|moment|add|report|say|see|note|mention|far|of|provided|given|further|review|update|input|investigation|details|confirmation|present|time|point|stage|in|in|case|section|incident|us|known))*\W*$/u,
    hits: [
      'nothing to add',
      'not applicable',
      'not known at this time',
      'unknown at the moment',
      'no information available',
      'pending',
      'there is nothing to report',
      'not yet known',
      'pending further investigation',
      'not applicable for this incident',
    ],
    misses: [
      'nothing alerted us for two hours',
      'no data was lost',
      'not every region failed',
      'pending pods rose to 312',
    ],
  },
  {
    id: 'phrase-of-courtesy',
    pattern:
      /\b(?:apologi[sz]e (?:sincerely |deeply )?for (?:any|the|this)\b|take (?:this|these|such|the|all|it|our|your|reliability|security|availability|\w+ incidents?)\b[^.]{0,40}seriously|(?:strive|endeavou?r|committed|aim) to (?:provid|deliver|improv|ensur|do)\w*|lessons? (?:will be|have been|were) learn(?:ed|t)|thank you for your (?:patience|understanding)|we (?:will|are going to) do better|it is what it is|needless to say|at the end of the day)/u,
    hits: [
      'we apologize for any inconvenience',
      'we take reliability very seriously',
      'we are committed to providing the best service',
      'lessons will be learned',
    ],
    misses: ['the client takes the first answer', 'an apology went to 312 customers'],
  },
  {
    id: 'other-languages',
    pattern:
      /^\W*(?:à (?:compléter|remplir|définir|déterminer|venir|faire|confirmer)|sans objet|néant|(?:noch |ist |wird )*(?:zu (?:ergänzen|klären|erledigen)|auszufüllen|ergänzt|nachgereicht|ausgefüllt)|folgt(?: noch)?|keine angaben?|nicht zutreffend|entfällt|por (?:completar|definir|hacer|determinar|confirmar|rellenar)|pendiente(?: de .*)?|no aplica|da (?:completare|definire|fare|compilare|determinare)|non applicabile|a (?:preencher|completar|definir|determinar)|não aplicável|nog (?:in te vullen|te bepalen|aan te vullen)|n\.?v\.?t|niet van toepassing|待定|未定|待补充|待填写?|待完善|暂无|无|未記入|記入予定|なし|該当なし|追って(?:記載|連絡)?|미정|해당 ?없음|추후 ?(?:작성|기재)?|작성 ?예정|уточняется|нет данных|не применимо|(?:будет )?(?:дополнено|заполнено)(?: позже)?)\W*$/u,
    hits: [
      'à compléter',
      'folgt noch',
      'wird ergänzt',
      'por definir',
      'da completare',
      'nog te bepalen',
      '待定',
      '未定',
      '미정',
      'уточняется',
    ],
    misses: ['folgte ein neustart aller knoten', '数据库在十点切换失败', 'pendientes quedaron 312 pagos'],
  },
];
