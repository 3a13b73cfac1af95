"""How the arguments of LaTeX's commands are read, and what the commands print beside them."""

from __future__ import annotations

from collections.abc import Mapping

# Of the arguments: s a star, o optional and left out, r the same in round brackets, d left out, l a length, t text, k a
# label that is printed as a number. Of what is printed beside them: b a blank, p something that is not read, n the sign
# of a note; e ends the paragraph. A command without a letter prints nothing. What is not here is written if it is in
# braces.
_KINDS = """
addcontentsline ddd; addtocounter dd; addtolength dd; addvspace d; arabic dp; alph dp; Alph dp; AtBeginDocument d;
AtEndDocument d; bibfield dt; bibfnamefont t; bibinfo dt; bibliographystyle d; bibnamefont t; BibitemShut d;
bibpunct oddddddd; captionsetup sod; colorbox odt; color od; cline d; cmidrule ord; counterwithin sdd;
currentpdfbookmark dd; DeclareGraphicsExtensions d; DeclareMathOperator sdd; definecolor oddd; documentclass od;
else p; endnotemark on; ensuremath k; enlargethispage sd; epsfbox odp; epsfig dp; externaldocument od; fancyfoot od;
fancyhead od; fbox t; fnsymbol dp; fontencoding d; fontfamily d; fontseries d; fontshape d; fontsize dd; fontspec odo;
footnotemark on; foreignlanguage odt; framebox oot; geometry d; glossary d; glsadd od; graphicspath d; hspace sdb;
hskip lb; hglue lb; hypersetup d; includegraphics soodp; includepdf ode; includesvg odp; index od; keywords t;
label od; lettrine ott; linespread d; lstset d; makebox oot; markboth dd; markright d; mbox t; multicolumn ddt;
multirow ododot; newcounter do; newlength d; newtheorem sdodo; noopsort d; nolinebreak o; nopagebreak o;
numberwithin dd; pagebreak o; pagecolor od; pagenumbering d; pagestyle d; parbox ooodt; PassOptionsToPackage dd;
pdfbookmark odd; pgfimage odp; phantom db; plotone dp; plottwo ddp; printbibliography oe; providecolor odd;
hphantom db; vphantom d; raisebox doot; refstepcounter d; RequirePackage odo; resizebox sddt; roman dp; Roman dp;
rotatebox odt; rowcolor odoo; rule oddp; scalebox dot; selectlanguage d; setcounter dd; setlength dd; setlist od;
setmainfont ood; setstretch d; shortcaption d; sindex od; sisetup d; special d; stepcounter d; SweaveOpts d;
SweaveSyntax d; tablenotemark dn; textcolor odt; texorpdfstring dt; thispagestyle d; tikzset d; titleformat sddddd;
titlespacing sdddd; tnote dn; twocolumn o; usefont dddd; usepackage odo; usetikzlibrary d; value dp; vspace sd;
write d; SI okok; si ok; num ok; unit ok; qty okk; ang ok; gls sok; acp k; ac k; todo od; hyperlink dt;
hypertarget dt; hyperref ot; ref sk; eqref sk; pageref sk; autoref sk; nameref sk; cref sk; Cref sk; crefrange skk;
vref sk; subref sk; nomenclature odd; ia od; il od; is od;
"""
_PRINT_NOTHING = """
allowbreak balance begingroup bfseries bgroup bf BibitemOpen boldmath bottomrule break centering egroup
em endfirsthead endfoot endgroup endhead endlastfoot expandafter FloatBarrier flushbottom fi footnotesize frenchspacing
fussy global hline hrule huge Huge ignorespaces ignorespacesafterend indent it itshape large Large LARGE leavevmode
linenumbers long lsstyle makeatletter makeatother mdseries midrule nobreak noexpand noindent nolinenumbers
nonfrenchspacing normalfont normalsize null obeylines onecolumn onehalfspacing phantomsection protect raggedbottom
raggedleft RaggedLeft raggedright RaggedRight relax rmfamily rm samepage sc scriptsize scshape selectfont sf sffamily
singlespacing sl slshape sloppy small smallskip medskip bigskip strut tiny toprule tt ttfamily unboldmath unskip
upshape doublespacing * + xspace
"""
_LOOKS = """
centerline hbox hl leftline llap lowercase MakeLowercase MakeUppercase overline rightline rlap smash sout st text textmd
textnormal textrm textsc textsf textsubscript textup ul uline uppercase uwave
"""
_BLANKS = "dotfill enskip enspace hfil hfill hss medspace newblock nobreakspace space thickspace thinspace"
_END_THE_PARAGRAPH = """
appendix backmatter bigbreak clearpage cleardoublepage frontmatter listoffigures listoftables mainmatter maketitle
medbreak newpage printindex smallbreak tableofcontents vfil vfill
"""
ARGUMENTS: Mapping[str, str] = {
    **dict.fromkeys(_PRINT_NOTHING.split(), ""),
    **dict.fromkeys(_LOOKS.split(), "t"),
    **dict.fromkeys(_BLANKS.split(), "b"),
    **dict.fromkeys(_END_THE_PARAGRAPH.split(), "e"),
    **dict(entry.split() for entry in _KINDS.split(";") if entry.strip()),
}
