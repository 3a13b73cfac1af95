"""Words that name lists are made of, in the languages that reference lists are printed in."""

from __future__ import annotations

PARTICLES = frozenset(
    """
    van von de der den del della delle degli dei di da do dos das du la le les lo los las ten ter te tot zu
    zum zur af av el al bin ibn ben bint abu und y e 't d' ’t 's vander vande
    """.split()
)
CONJUNCTIONS = frozenset(
    """
    and & ＆ und et y e ed i en и та і og och și ve és ja και и/и
    """.split()
)
# Words that make a name a group's, in folded form.
GROUP_WORDS = frozenset(
    """
    academy administration agency agencia agence alliance assembly assessment associates association authority
    bank board bundesamt bureau business center centre centro centrum chamber club coalition college collaboration
    collaborators guild
    commission committee community company confederation conference congress consortium convention cooperative
    core corporation council court database department directorate division editors embassy enterprise
    european executive facility faculty federal federation force forum foundation fund gmbh government group
    groups health hospital inc industries initiative inspectorate institut institute institution institutes
    instituto international investigators journal laboratory laboratories league library limited llc ltd mayo
    meteorological ministerio ministry ministere ministerium museum national nations network netherlands
    observatory office organisation organization panel parliament partnership press program programme project
    projects provider registry republic research school secretariat service services society software state
    states statistical statistics survey system systems taskforce team technologies technology trust union
    united universidad universidade universitat universite university working workshop world comite corp usda komitee
    kommission commissione comision verein verband gesellschaft stiftung ligue federacion uk комитет
    министерство институт служба агентство университет академия фонд центр совет
    """.split()
)
# Capitalised words that begin sentences and phrases before a citation and are no names.
LEAD_INS = frozenset(
    """
    a about according accordingly acknowledging adapted adding additionally after again against all along
    already also although among an analogous and another any apart appendix approximately are article as
    assuming at authors based because before being besides beside between beyond both box briefly but by can
    chapter cf cite cited clearly compare compared comparing concerning consequently considering consistent
    contrary contrarily conversely correspondingly critically data despite different differently diagram due
    during e.g each earlier early either elsewhere equation especially even eventually every example
    experiments fig figs figure figures finally findings first firstly following follows for formerly from
    further furthermore given has have he hence her here his historically however i.e if importantly in
    including indeed initially instead interestingly into is it its just last lastly late later latter let
    like likewise many meanwhile methods model models modified more moreover most much namely nevertheless
    next no nonetheless not notably note now of often on once one only or original originally other others
    otherwise our over overall particularly per perhaps plate previous previously prior provided quoted rather
    recent recently references regarding reported results reviewed sample second secondly section see seminal
    several she show shown similar similarly since so some specifically still studies study subsequent
    subsequently such supplementary supporting surprisingly table tables taken than thanks that the their then
    there therefore these they third this those though three through throughout thus to together toward
    towards two type ultimately under unfortunately unless unlike until upon used using via was we were what
    when where whereas which while who with within without work works yet you volume vol version no year siehe
    vgl nach laut bei im in am der die das und auch dazu etwa zum zur voir selon d'après chez dans par pour
    según véase ver en el la los las de del segundo conforme em no na см по согласно также как по-видимому в
    на и у к с о от до из при для но а
    """.split()
)
MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec spring summer autumn fall winter januar februar märz mai juni juli oktober
    dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero
    marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro março maio
    junho julho setembro outubro dezembro января февраля марта апреля мая июня июля августа сентября октября
    ноября декабря
    """.split()
)
# Things that are followed by a year and are nobody's work.
OBJECTS = frozenset(
    """
    fig figs figure figures table tables tab box scheme eq equation chapter section appendix plate supplementary file
    dataset season seasons year years day days windows excel office word access matlab stata spss sas olympics olympic
    cup championships expo agenda horizon act law decree regulation directive iso din astm version release edition vol
    volume no nr room suite building highway route model series class type grade phase step study trial wave round
    cohort copyright received accepted published revised inc ltd gmbh corp llc license report yearbook census
    """.split()
)
# Countries that close an address.
COUNTRIES = frozenset(
    """
    usa uk germany china japan france spain italy canada australia india brazil netherlands switzerland sweden denmark
    belgium
    """.split()
)
# Words that may stand in a bracket before the names of a citation.
BRACKET_LEADS = frozenset(
    """
    but also and or e g eg i ie see cf c f viz for in a an the of to by from with as is are after sensu per via contra
    fide according following based on adapted modified redrawn taken review reviews reviewed overview overviews recent
    recently more further detail details discussion example examples instance reported described proposed suggested
    shown defined calculated estimated recommended developed used using method methods data source sources ref refs
    reference references original originally first earlier previous previously most notably especially particularly
    including inter alia among other others compare comparable similar result results study studies work citing cited
    quoted quoting therein additional both s siehe vgl nach z b voir selon par ver véase см напр также цит по
    """.split()
)
# What announces the date on which a page was seen, as parts of a pattern.
ACCESS_WORDS = (
    r"accessed|retrieved|viewed|visited|consulted|abgerufen|zugriff|consult[ée]e?|acesso\s+em|acessado|acceso|consultado"
    r"|дата\s+обращения|erişim"
)
# Statuses that stand where a year would, and the form that references and citations share.
STATUSES = {
    "in press": "in press",
    "in print": "in press",
    "in the press": "in press",
    "forthcoming": "forthcoming",
    "to appear": "forthcoming",
    "in prep": "in preparation",
    "in preparation": "in preparation",
    "submitted": "submitted",
    "in review": "submitted",
    "under review": "submitted",
    "accepted": "in press",
    "n.d": "n.d.",
    "nd": "n.d.",
    "no date": "n.d.",
    "undated": "n.d.",
    "s.a": "n.d.",
    "s.d": "n.d.",
    "o.j": "n.d.",
    "б.г": "n.d.",
    "im druck": "in press",
    "sous presse": "in press",
    "en prensa": "in press",
    "no prelo": "in press",
    "в печати": "in press",
    "unpublished": "unpublished",
    "unpubl": "unpublished",
    "continuously updated": "n.d.",
}
