"""Closed lists of English words that our own checks of word forms go by; a word of no list goes by its tag."""

from __future__ import annotations


def _all(words: str, letter: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), letter)


# The letter of each word that has one of its own; `letters` says what the letters mean.
LETTERS: dict[str, str] = {
    **_all("? ! ; :", "."),
    **_all("( ) [ ]", "("),
    ",": ",",
    "of": "o",
    "to": "2",
    "not": "x",
    "that": "T",
    "which": "W",
    "who": "H",
    "but": "U",
    "so": "O",
    "there": "h",
    "much": "M",
    "number": "5",
    "less": "6",
    "because": "Q",
    "this": "c",
    "if": "F",
    **_all("although though", "A"),
    **_all("while whereas when where why whether whose", "C"),
    **_all("what how", "%"),
    **_all("and or nor as than", "&"),
    **_all("these those many several few both various numerous", "D"),
    **_all("some most such other", "S"),
    "all": "B",
    **_all("every another each", "d"),
    **_all("either neither one", "1"),
    **_all("a an", "e"),
    **_all("the its their our his her my your no any", "t"),
    **_all("two three four five six seven eight nine ten", "q"),
    **_all("he she it", "s"),
    **_all("they we you i", "f"),
    **_all("can could may might will would shall should must cannot", "m"),
    **_all("is was", "Z"),
    **_all("are were", "z"),
    **_all("has", "Y"),
    **_all("have", "y"),
    **_all("had", "R"),
    **_all("does", "J"),
    **_all("do", "j"),
    **_all("did", "u"),
    **_all("be", "k"),
    **_all("been being", "K"),
    **_all(
        """in on at by for from with within without into onto between among amongst through throughout over under during
        against across towards toward upon about around after before behind beyond near via per outside inside until
        despite like unlike since""",
        "i",
    ),
}

PLURALS = frozenset(
    """alumni analyses bacteria children crises criteria curricula feet fungi hypotheses larvae men mice nuclei
    people phenomena stimuli teeth theses vertebrae vertices women""".split()
)
# Before `that`, they lead to a base form: "it requires that a product contain".
DEMANDS = frozenset(
    """advise ask demand essential imperative important insist necessary propose recommend request require suggest
    vital""".split()
)
# What a full stop after it does not end a clause.
ABBREVIATIONS = frozenset(
    """al approx ca cal cf cm co col comp corp dept diam dist dr ed eds elev eq eqs equiv est etc fig figs fl gen inc
    kg km ltd max min mm mr mrs ms mt no nos op pl pp prof prov ref refs resp sect sp spp ssp st subsp syn tab
    temp var vol vols vs""".split()
)
# Nouns in -s that are singular, both, or a quantity; singular forms that take a plural verb or follow a plural word.
NO_NUMBER = frozenset(
    """above aircraft amount army array asbestos atlas audience average barracks batch battery below bias biceps
    bison board body bulk calipers callipers canvas caries carp cattle cds centimeters centimetres centuries chaos
    chips class cluster cod collection combination committee company composition corps cosmos council couple crew
    crossroads data days deal decades deer degrees diabetes dollars dynamics economics elegans ethics ethos euros
    evidence faculty family fauna few first fish flora fold following forceps former found fraction fruit gallows
    gas generation genetics government grams group handful headquarters herpes host hours inches innings jury
    kilograms kilometers kilometres kind known kudos latter lens less literature liters litres lot lots majority
    many mass mathematics maximum means measles mechanics media median meters metres micrograms microliters
    microlitres miles milligrams milliliters millilitres millimeters millimetres minimum minority minutes mix
    mixture molasses months more most multitude mumps myriad news number offspring other pair pancreas part party
    past pathos people percent percentage personnel physics plethora plurality police politics pool population
    portion pounds present progeny proportion public quadriceps rabies range remainder representative rest
    rhinoceros rickets salmon same sample sapiens scabies seconds selection sequence series set shambles sheep
    shingles shrimp sort spacecraft species squid staff statistics subseries subset subspecies suite summons team
    times tonnes tons total triceps trout tuna type union units unknown variety vast volumes wealth weeks
    whereabouts works years youth""".split()
)
# Plural nouns that the tagger likes to take for verbs.
NO_VERBS = frozenset(
    """aims benefits bias causes cells changes clusters contacts controls costs decreases designs effects estimates
    exports forms groups imports increases lands leads levels limits markers matters means measures models needs
    peaks plans plots points ranges rates reads releases remains reports rests results samples scores sees sets
    shows signals states stems studies tests times uses values works""".split()
)
# Verbs whose base form is no common noun or adjective.
BASES = frozenset(
    """accept achieve acquire add adopt affect agree allow analyse analyze appear apply argue arise ascertain
    assess assume avoid become begin believe belong bring build buy calculate carry choose classify collect come
    compose conclude confirm consider consist constitute construct contain contribute create define
    demonstrate deny depend derive describe destroy determine develop differ discuss distribute draw elect
    embark emphasise emphasize employ enable evaluate evolve examine exceed exclude exhibit exist expect explain
    explore extend follow generate give grow happen identify ignore illustrate imply impose improve include
    incorporate indicate inform interpret introduce investigate involve know lie lose maintain make meet
    mention obey observe obtain occur offend operate participate pay perceive perform predict prefer prevent
    propose prove provide publish pursue receive recognise recognize recommend refer reflect regard relate
    rely remain remove represent require reveal say seem sell send show solve speak spend succeed suggest
    summarise summarize take teach tell tend think transform treat understand utilise utilize validate vary
    verify win write""".split()
)
# Base forms that are nouns or adjectives too: verbs only where the tagger says so, or right after `be`.
NOUNS_TOO = frozenset(
    """aim attempt cause change claim conduct control decrease demand design estimate focus help highlight
    increase influence lead measure need play produce reject report sign study suffer support survey talk try
    use want""".split()
)
INTRANSITIVE = frozenset("""arisen belonged consisted died disappeared emerged existed happened occurred""".split())
# Verbs without a passive: after a form of `be`, something else is meant than their participle.
NO_PASSIVE = frozenset(
    """act appear arise become belong come consist depend differ emerge exist fall go happen lie occur remain rise seem
    succeed tend""".split()
)
PASTS = frozenset(
    """ate became began broke came chose drew drove fell flew forgot gave grew knew rang rose sang saw shook
    spoke stole swam threw took went wore wrote""".split()
)
IRREGULAR = PASTS | frozenset(
    """arose awoke bade begun beat beaten bent bet bid bit bitten bled blew blown bore born borne bound bred
    broadcast broken brought built burnt burst bought cast caught chosen clung cost crept cut dealt done drank drawn
    dreamt driven drunk dug dwelt eaten fallen fed felt fled flung forbidden forecast foreseen forgotten fought
    found frozen given gone got gotten ground grown heard held hid hidden hit hung hurt kept knelt known laid lain
    lay leapt learnt led left lent let lit lost made meant met mistaken mown offset outgrown overcome overtaken paid
    proven put quit read rebuilt rid ridden risen rode run rung said sawn seen sent set sewn shed shaken shod shone
    shot shown shrank shrunk shut slain slept slid slit smelt sold sought sown spat sped spelt spent spilt split
    spoken spread sprang sprung spun stood stolen strewn struck stuck stung sung sunk swept swollen sworn swum swung
    taken taught thought thrown thrust told torn trod trodden undergone understood undertaken undertook underwent
    upheld upset went wept withdrawn withdrew withheld woken won worn wound woven wove written""".split()
)
# Adjectives and nouns that the tagger likes to take for base forms.
NO_BASES = IRREGULAR | frozenset(
    """aggregate alternate answer appropriate approximate average better brown close complete content coordinate
    correct corrupt cross deliberate dry duplicate elaborate empty equal exact express fit free further half
    intimate last level like live lower mature mean moderate near open own parallel perfect present priority
    separate slow subject such total value variant warm welcome""".split()
)
NO_PASTS = frozenset(
    """bleed breed embed exceed feed indeed need proceed red seed shed shred speed succeed weed""".split()
)
