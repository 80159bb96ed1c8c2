/**
 * Words around a name that speak for a person, and how loudly. Weights are in the units of `findNames`: 1 tips a
 * capitalised word that no dictionary knows, 3 is enough for any capitalised word, 4 for one in lower case.
 */
type Weights = Readonly<Record<number, string>>;

const asMap = (weights: Weights): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(weights).flatMap(([weight, texts]) =>
      texts.split(',').map(text => [text.trim(), Number(weight)] as const),
    ),
  );

/** Forms of address; the dot behind them is no end of a sentence. */
export const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir madam herr frau monsieur madame mme mlle señor señora sr sra signor signora fru hr sgt capt captain lt col gen rev judge officer detective'.split(
    ' ',
  ),
);

/** Small words inside a name, and marks behind it. */
export const particles: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das du la le ten ter bin ibn al el zu af av y'.split(' '),
);
export const suffixes = /^(?:Jr|Sr|II|III|IV)$/;

/** The last one to three words before, lower case. */
export const cuesBefore = asMap({
  4: 'name is,names are,call me,called me,calls me,maiden name is,follow up with,speak to,talk to,spoke to,spoke with',
  3: 'named,known as,maiden name,change it to,on behalf of,signed by,written by,authored by,assigned to,reviewed by,approved by,reported by,owned by,acked by,escalated to,handed to,paged,cc',
  2: `i'm,i am,hi,hello,hey,dear,thanks,thx,cheers,regards,called,says,said,told,asked,ask,ping,pinged,met,shouted,directed by,starring,
    kid,son,daughter,wife,husband,partner,brother,sister,mother,father,friend,colleague,boss,manager,producer,singer,songwriter,player,actor,
    actress,author,founder,co-founder,engineer,developer,novelist,president,chairman,patient,employee,customer,client,nurse,doctor,
    him,add,leave me,remember me,sincerely,best,attn,this is,name,named after`,
  1: 'with,given,gave,give,by,under,from,for,to,between,and,or,unlike,like,the,early,of,on,than,that,why is,have you heard,is,was,early,a,tell,regular,commenter',
  0.5: 'about,film,but',
});

/** The word before together with its mark: `Name: …`, `your name? …`. Lower case. */
export const labelsBefore = asMap({
  4: 'name?',
  3: 'name:,names:,author:,assignee:,owner:,reporter:,reviewer:,approver:,attendees:,participants:,commander:,scribe:,lead:,attn:,signed:,by:,from:,cc:',
  2: 'user:,to:,contact:,customer:,employee:,patient:,agent:,with:,bot:,address:,founders:,guests:',
});

/** The word behind, lower case. */
export const cuesAfter = asMap({
  2: 'said,says,lives,lived,shouted,told,asked,replied,explained,wrote,writes,thinks,flew,speaks,spoke,speak,sang,sings,born,died,married,sentenced,arrived,joined,acked,confirmed,mentioned,noticed,suggested,agreed,answered,pointed,points',
  1: 'had,will,and,listed,began,spent,concert,novel,version,fan,kid,killers,song,album,so,from,started,got,would,were,fans,or,his,her',
  0.5: 'is,was,has',
});

/** The two words behind, lower case, when one alone says little. */
export const pairsAfter = asMap({ 1: 'is from,is very,is so,is really,is always,is not,was born,has been' });

/** What is said to a person after a comma: `Vide, can I …`. */
export const addressed =
  /^(?:can|could|would|will|do|did|are|have|please|thanks|thank|i|you|we|what|why|how|where)$/i;

/** Behind (or last in) a run of capitalised words: an organisation, a place or a thing and no person. */
export const institution =
  /^(?:inc|ltd|llc|corp|corporation|company|gmbh|ag|group|holdings|partners|solutions|technologies|systems|services|service|software|labs|bank|university|college|school|institute|orchestra|foundation|association|agency|department|ministry|museum|church|club|hotel|airlines|airport|station|server|cluster|node|database|dashboard|queue|pod|api|app|street|st|avenue|road)$/i;
