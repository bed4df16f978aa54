"""Codes for a booking: its number, its date and its totals."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="bookings",
    title=Text("Bookings: numbers, periods and totals", "Boekingen: nummers, perioden en totalen"),
    introduction=Text(
        "Rules that every accounting system keeps when something is booked. Nothing is booked in part.",
        "Regels die elke boekhouding bewaakt als er iets wordt geboekt. Half geboekt wordt er nooit.",
    ),
    entries=(
        Entry(
            code="number_in_use",
            title=Text("Number already in use", "Nummer al in gebruik"),
            detail=Text(
                "Number {number} is already used by transaction {transaction} in journal {journal}.",
                "Nummer {number} is al gebruikt door boeking {transaction} in dagboek {journal}.",
            ),
            cause=Text(
                "Numbers are unique per journal, and a reversed transaction keeps its number. Often the first call was "
                "booked but its answer got lost, and this is the retry. SnelStart, e-Boekhouden and QuickBooks Online "
                "refuse a number that is in use likewise.",
                "Nummers zijn uniek per dagboek, en een gestorneerde boeking houdt haar nummer. Vaak was de eerste "
                "aanroep wel geboekt maar ging het antwoord verloren, en is dit de nieuwe poging. Ook SnelStart, "
                "e-Boekhouden en QuickBooks Online weigeren een nummer dat al bestaat.",
            ),
            remedy=Text(
                "Compare with the transaction that is named: if it is the same invoice, take its id and go on; "
                "otherwise choose another number, or send none. An Idempotency-Key prevents the question.",
                "Vergelijk met de genoemde boeking: is het dezelfde factuur, neem dan dat id en ga verder; kies "
                "anders een ander nummer, of stuur er geen. Met een Idempotency-Key komt deze vraag niet op.",
            ),
            example={"number": "2026-0001", "transaction": "trx_000001", "journal": "70"},
            example_pointer="/number",
        ),
        Entry(
            code="unbalanced",
            title=Text("Debit and credit differ", "Debet en credit verschillen"),
            detail=Text(
                "Debit {debit} and credit {credit} differ by {difference}.",
                "Debet {debit} en credit {credit} verschillen {difference}.",
            ),
            cause=Text(
                "The lines of a memorial transaction must add up to the same amount on both sides, to the cent.",
                "De regels van een memoriaalboeking moeten aan beide kanten op hetzelfde bedrag uitkomen, tot op de "
                "cent.",
            ),
            remedy=Text(
                "Add the missing line, or book a rounding difference on an account for it (4710).",
                "Voeg de ontbrekende regel toe, of boek een afrondingsverschil op de rekening daarvoor (4710).",
            ),
            example={"debit": "121.00", "credit": "120.99", "difference": "0.01"},
            example_pointer="/lines",
        ),
        Entry(
            code="total_mismatch",
            title=Text("Total does not match", "Totaal klopt niet"),
            detail=Text(
                "{field} is {computed} according to the lines, but {sent} was sent.",
                "{field} is volgens de regels {computed}, maar {sent} is meegestuurd.",
            ),
            cause=Text(
                "Totals that are sent are checked. One cent off nearly always means another way of rounding: VAT per "
                "line against VAT on the total, prices with VAT against prices without.",
                "Meegestuurde totalen worden gecontroleerd. Eén cent verschil betekent bijna altijd een andere manier "
                "van afronden: btw per regel tegenover btw over het totaal, prijzen met btw tegenover prijzen zonder.",
            ),
            remedy=Text(
                "Set vatRounding and pricesIncludeVat as the shop computes, or leave the totals out.",
                "Zet vatRounding en pricesIncludeVat zoals de webwinkel rekent, of laat de totalen weg.",
            ),
            example={"field": "totalVat", "sent": "10.51", "computed": "10.50"},
            example_pointer="/totalVat",
        ),
        Entry(
            code="negative_total",
            title=Text("Total is negative", "Totaal is negatief"),
            detail=Text(
                "The total is {total}; it cannot be below zero.", "Het totaal is {total}; dat kan niet onder nul zijn."
            ),
            cause=Text(
                "The lines add up to less than zero. A credit note is a type of its own here, with positive amounts.",
                "De regels komen samen onder nul uit. Een creditnota is hier een eigen soort boeking, met positieve "
                "bedragen.",
            ),
            remedy=Text(
                "Book it as sales_credit with positive amounts; a sales_credit itself has positive amounts too.",
                "Boek het als sales_credit met positieve bedragen; ook een sales_credit zelf heeft positieve bedragen.",
            ),
            example={"total": "-24.20"},
            example_pointer="/lines",
        ),
        Entry(
            code="period_locked",
            title=Text("Period is locked", "Periode is afgesloten"),
            detail=Text(
                "The date {date} lies in a locked period: {because}.",
                "De datum {date} ligt in een afgesloten periode: {because}.",
            ),
            cause=Text(
                "The bookkeeper closed the period, or the VAT return of that quarter has been filed. It happens to "
                "late invoices and credit notes in the first weeks of a quarter. SnelStart, Visma and e-Boekhouden "
                "refuse likewise.",
                "De boekhouder heeft de periode afgesloten, of de btw-aangifte van dat kwartaal is ingediend. Het "
                "overkomt late facturen en creditnota's in de eerste weken van een kwartaal. Ook SnelStart, Visma en "
                "e-Boekhouden weigeren dit.",
            ),
            remedy=Text(
                "Book on the first open day and keep the original day as supplyDate, or ask the bookkeeper to open "
                "the period.",
                "Boek op de eerste open dag en houd de oorspronkelijke dag als supplyDate, of vraag de boekhouder de "
                "periode open te zetten.",
            ),
            example={
                "date": "2026-03-31",
                "because": Text(
                    "the VAT return of 2026-Q1 has been filed", "de btw-aangifte over 2026-Q1 is ingediend"
                ),
            },
            example_pointer="/date",
        ),
        Entry(
            code="fiscal_year_closed",
            title=Text("Fiscal year is not open", "Boekjaar is niet open"),
            detail=Text(
                "The date {date} lies outside the open fiscal years ({open}).",
                "De datum {date} ligt buiten de open boekjaren ({open}).",
            ),
            cause=Text(
                "Only the present calendar year and the one before it are open. A year that is far off is often a "
                "mistake in reading the date.",
                "Alleen het lopende kalenderjaar en het jaar ervoor zijn open. Een jaar dat er ver naast zit is vaak "
                "een leesfout in de datum.",
            ),
            remedy=Text(
                "Correct the date. What belongs to a closed year is booked in the oldest open one, what lies in the "
                "future when its year has begun; the server's clock can be set with --clock.",
                "Verbeter de datum. Wat bij een afgesloten jaar hoort, wordt in het oudste open jaar geboekt, wat in "
                "de toekomst ligt zodra dat jaar begonnen is; de klok van de server is te zetten met --clock.",
            ),
            example={"date": "2024-12-31", "open": "2025, 2026"},
            example_pointer="/date",
        ),
    ),
)
