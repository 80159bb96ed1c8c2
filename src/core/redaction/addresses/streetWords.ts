const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** English words behind a street's name, with their short forms. */
const behind = setOf(`
street st str road rd avenue ave av lane ln drive dr drv boulevard blvd court ct place pl square sq terrace ter parade way highway hwy
close crescent cres grove gardens garden hill mews row rise walk wharf view vale circle cir circuit loop alley path pike plaza trail
turnpike parkway pkwy pass passage bypass causeway crossing crossroad expressway extension extensions fork forks fort freeway gateway
glen glens green greens harbor harbors haven heights hollow isle isles islands junction junctions key keys knoll knolls landing light
lights lodge mall manor meadow meadows mill mills mission motorway mount mountain neck orchard oval overpass park parks parkways pine
pines plain plains point points port ports prairie radial ramp ranch rapid rapids rest ridge ridges river roads route run shoal shoals
shore shores skyway spring springs spur spurs squares station stravenue stream streets summit throughway trace track trafficway tunnel
underpass union unions valley valleys via viaduct views village villages ville vista walks wall ways well wells branch bridge brook
brooks burg burgs camp canyon cape center centers cliff cliffs club common commons course cove coves creek crest curve
dale dam divide estate estates fall falls ferry field fields flat flats ford fords forest forge forges inlet island lake lakes land
`);

/** Those that are hardly ever anything else behind a capitalised word. */
const plain = setOf('street st road rd avenue ave lane ln boulevard blvd crescent terrace highway mews');

/** Words before (or behind) a street's name elsewhere, and the words for street of languages that write them apart. */
const elsewhere = setOf(`
rue avenue boulevard bd allée allee chemin impasse quai place route ruelle cours via viale vicolo piazza piazzale corso largo strada
contrada lungomare rua avenida av avda avd travessa alameda praça praca largo estrada calle cl carrer paseo plaza camino carretera
ronda travesía callejón ul ulica ulice al aleja aleje os osiedle pl plac nám náměstí nábřeží třída utca u út útja tér tere körút köz sor rkp
rakpart fasor dűlő körtér liget gāte gatve dambis tänav puiestee ул улица пр просп проспект пер пл площадь шоссе наб вул вулиця провулок бульвар sétány sok jalan jl jln straße strasse str weg platz gasse allee ring ufer damm gate gata gatan vei vej veien vegen allé
plads torv stræde väg vägen gränd torg tie katu kuja polku tn tee pst mnt iela laukums gatvė prospekt prospektas ulitsa ul. ulice trg
cesta naselje obala odos οδός λεωφ λεωφόρος πλατεία sokak sokağı cadde caddesi cad mah mahallesi bulvarı straat laan plein kade gracht
steenweg dreef nieuwe baan strand kai brygge brygga
`);

/** Ends of one-word streets: Koskikatu, Ringvej, Magasinsgatan, Asselsestraat, Kopfhölzistrasse. */
const joined =
  /(?:strasse|straße|str|gasse|weg|allee|platz|ufer|damm|straat|laan|steeg|gracht|plein|kade|dijk|hove?|baan|katu|kuja|tie|polku|kaari|linja|raitti|rinne|penger|ranta|plantsoen|gärdet|gatene|berget|bråten|eggen|faret|utca|alléen|gāte|iela|tänav|puiestee|gatvė|ulice|prospekt|gade|gata|gatan|gate|gaten|vej|vei|veien|vegen|vegur|vägen|väg|gränd|gränden|stræde|stræti|straeti|braut|allé|alléen|bakken|torv|torvet|plads|stien|terrasse|krogen|vænget|svinget|parken|engen|lia|tunet|hlíð|rodda|gerði|holt|bær|heimar|grund|tún|ulica|utca)$/;

/** Something inside a building, a box: `Apt. 864`, `Suite 12`, `Box 8144`. */
const units = setOf(
  'apt apartment suite ste unit flat room floor fl box postbox postboks postfach psc cmr lokal wohnung appartement piso',
);

/** The others also count floors of a test suite, rooms of a chat, boxes of a diagram. */
const plainUnits = setOf('apt apartment postbox postboks postfach psc cmr appartement');

const military = setOf('apo fpo dpo aa ae ap');
const ships = setOf('usns usnv uscgc uss');

/** Small words inside an address. */
const connectors = setOf(
  'of and de la le les du des del della delle dei di do da das dos der den am an auf zum zur van y og na nad pod el al upon',
);

export const isStreetWord = (lower: string): boolean => behind.has(lower) || elsewhere.has(lower);
export const isPlainStreetWord = (lower: string): boolean => plain.has(lower);
/** Sure even without an English ear: `Rue`, `katu`; `park` and `key` are not. */
export const isForeignStreetWord = (lower: string): boolean =>
  elsewhere.has(lower) || (lower.length > 5 && joined.test(lower));
export const isUnitWord = (lower: string): boolean => units.has(lower);
export const isPlainUnitWord = (lower: string): boolean => plainUnits.has(lower);
export const isMilitaryWord = (lower: string): boolean => military.has(lower) || ships.has(lower);
export const isConnector = (lower: string): boolean => connectors.has(lower);

/** What people write before an address. */
export const introduction =
  /(?:\b(?:liv(?:es?|ed|ing) (?:at|on|in)|resid(?:es?|ing) (?:at|in)|addresse?s?(?: is| to| with|:)|address with|located (?:at|on|in)|is (?:at|on)|it is|meet (?:me|you|us|him|her|them) (?:at|on|in)|return to|sent to|send (?:it|one|a new one|this) to|new one to|taxi to|drops? (?:you|me|us|him|her) off at|stop at|enter on|corner of|moved to|ship(?:ped)? to|deliver(?:ed)? to|refers to|shows on|side of|here they are:|following\?|user:))\s*$/i;
