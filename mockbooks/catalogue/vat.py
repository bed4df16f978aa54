"""Codes for VAT: rates and VAT numbers."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="vat",
    title=Text("VAT", "Btw"),
    introduction=Text(
        "Most orders that an accounting system refuses are refused here.",
        "De meeste bestellingen die een boekhouding weigert, weigert zij hierop.",
    ),
    entries=(
        Entry(
            code="vat_rate_required",
            title=Text("VAT rate is missing", "Btw-tarief ontbreekt"),
            detail=Text(
                "This line has no VAT rate, and neither its product nor its ledger account gives one.",
                "Deze regel heeft geen btw-tarief, en ook het product of de grootboekrekening geeft er geen.",
            ),
            cause=Text(
                "Usually a line for shipping, discount or a fee that the shop keeps without VAT.",
                "Meestal een regel voor verzending, korting of toeslag die de webwinkel zonder btw bijhoudt.",
            ),
            remedy=Text(
                "Send vatRateId on every line. Costs that go with goods at several rates are divided among those "
                "rates.",
                "Stuur op elke regel vatRateId. Kosten bij goederen met verschillende tarieven worden over die "
                "tarieven verdeeld.",
            ),
            example_pointer="/lines/2/vatRateId",
        ),
        Entry(
            code="vat_rate_inactive",
            title=Text("VAT rate is inactive", "Btw-tarief is niet actief"),
            detail=Text("VAT rate {vatRate} is inactive.", "Btw-tarief {vatRate} is niet actief."),
            cause=Text(
                "The bookkeeper switched the rate off after the integration had been set up.",
                "De boekhouder heeft het tarief uitgezet nadat de koppeling was ingericht.",
            ),
            remedy=Text(
                "Choose one from GET /vat-rates?active=true, and let the user change the setting.",
                "Kies er een uit GET /vat-rates?active=true, en laat de gebruiker de instelling aanpassen.",
            ),
            example={"vatRate": "NL_OVERIG"},
            example_pointer="/lines/0/vatRateId",
        ),
        Entry(
            code="vat_rate_not_valid_on_date",
            title=Text("VAT rate not valid on this date", "Btw-tarief niet geldig op deze datum"),
            detail=Text(
                "VAT rate {vatRate} ({percentage} %) does not hold on {date}; it holds from {validFrom} to {validTo}.",
                "Btw-tarief {vatRate} ({percentage} %) geldt niet op {date}; het geldt van {validFrom} tot en met "
                "{validTo}.",
            ),
            cause=Text(
                "A rate that has changed is kept as two: one that has ended and one that has begun. The day of supply "
                "decides (supplyDate, else date), also for a late credit note.",
                "Een gewijzigd tarief bestaat uit twee: een dat is geëindigd en een dat is begonnen. De dag van "
                "levering beslist (supplyDate, anders date), ook bij een late creditnota.",
            ),
            remedy=Text(
                "Choose the rate that held on that day, or send the right supplyDate.",
                "Kies het tarief dat op die dag gold, of stuur de juiste supplyDate.",
            ),
            example={
                "vatRate": "NL_LAAG",
                "percentage": "6.00",
                "date": "2026-11-23",
                "validFrom": "2001-01-01",
                "validTo": "2018-12-31",
            },
            example_pointer="/lines/0/vatRateId",
        ),
        Entry(
            code="vat_rate_not_allowed",
            title=Text("VAT rate not allowed for this account", "Btw-tarief niet toegestaan bij deze rekening"),
            detail=Text(
                "VAT rate {vatRate} is not allowed on ledger account {ledgerAccount}. Allowed: {allowed}.",
                "Btw-tarief {vatRate} is niet toegestaan op grootboekrekening {ledgerAccount}. Toegestaan: {allowed}.",
            ),
            cause=Text(
                "Revenue accounts are kept per rate, so that the VAT return can be checked against them. SnelStart "
                "refuses such combinations likewise, and Twinfield an intra-EU supply that is sent as a plain 0 %.",
                "Omzetrekeningen worden per tarief bijgehouden, zodat de btw-aangifte erop aansluit. Ook SnelStart "
                "weigert zulke combinaties, en Twinfield een ICP die als gewone 0 % wordt gestuurd.",
            ),
            remedy=Text(
                "Choose a rate from allowedVatCodes of the account, or another account.",
                "Kies een tarief uit allowedVatCodes van de rekening, of een andere rekening.",
            ),
            example={"vatRate": "NL_LAAG", "ledgerAccount": "8000", "allowed": "NL_HOOG"},
            example_pointer="/lines/0/vatRateId",
        ),
        Entry(
            code="vat_number_required",
            title=Text("VAT number is missing", "Btw-nummer ontbreekt"),
            detail=Text(
                "VAT rate {vatRate} needs a VAT number, and debtor {debtor} has none.",
                "Btw-tarief {vatRate} vraagt een btw-nummer, en debiteur {debtor} heeft er geen.",
            ),
            cause=Text(
                "Goods or services to a business in another EU country, and domestic reverse charge, go without VAT "
                "only when the VAT number of the buyer is on the invoice. Webwinkelfacturen counts this among the "
                "most frequent reasons for a refused order.",
                "Leveringen en diensten aan een ondernemer in een ander EU-land, en binnenlandse verlegging, gaan "
                "alleen zonder btw als het btw-nummer van de afnemer op de factuur staat. Webwinkelfacturen noemt dit "
                "een van de meest voorkomende redenen waarom een bestelling wordt geweigerd.",
            ),
            remedy=Text(
                "Ask the buyer for it and update the debtor, or charge VAT as for a consumer.",
                "Vraag de afnemer erom en wijzig de debiteur, of bereken btw zoals bij een consument.",
            ),
            example={"debtor": "deb_000017", "vatRate": "EU_ICP"},
            example_pointer="/lines/0/vatRateId",
        ),
        Entry(
            code="vat_number_invalid",
            title=Text("VAT number is not valid", "Btw-nummer is niet geldig"),
            detail=Text("{came} is not a valid VAT number: {because}.", "{came} is geen geldig btw-nummer: {because}."),
            cause=Text(
                "The form or the check digits do not fit the country. The number is never looked up elsewhere: this "
                "is arithmetic. SnelStart refuses VAT numbers likewise.",
                "De vorm of het controlegetal past niet bij het land. Het nummer wordt nergens opgezocht: dit is "
                "rekenwerk. Ook SnelStart weigert zulke btw-nummers.",
            ),
            remedy=Text(
                "Send the number in capitals with its prefix, without spaces or dots: NL000099998B57. A Dutch "
                "omzetbelastingnummer is for the tax office only and is not a VAT number (btw-id).",
                "Stuur het nummer in hoofdletters met landcode ervoor, zonder spaties of punten: NL000099998B57. Het "
                "omzetbelastingnummer is alleen voor de Belastingdienst en is geen btw-id.",
            ),
            example={
                "came": '"BE0123456748"',
                "because": Text("the check digits are wrong", "het controlegetal klopt niet"),
            },
            example_pointer="/vatNumber",
        ),
        Entry(
            code="vat_number_country_mismatch",
            title=Text("VAT number of another country", "Btw-nummer van een ander land"),
            detail=Text(
                "VAT rate {vatRate} does not go with VAT number {vatNumber} and an address in {country}: {because}.",
                "Btw-tarief {vatRate} past niet bij btw-nummer {vatNumber} en een adres in {country}: {because}.",
            ),
            cause=Text(
                "The prefix of the VAT number and the country of the address differ. Greece has EL in VAT numbers but "
                "GR in addresses, Northern Ireland XI but GB: those pairs are accepted.",
                "De eerste letters van het btw-nummer en het land van het adres verschillen. Griekenland heeft EL in "
                "btw-nummers en GR in adressen, Noord-Ierland XI en GB: die paren zijn goed.",
            ),
            remedy=Text(
                "Correct the number or the address of the debtor, or choose the rate that belongs to the delivery.",
                "Verbeter het nummer of het adres van de debiteur, of kies het tarief dat bij de levering hoort.",
            ),
            example={
                "vatNumber": "BE0123456749",
                "country": "DE",
                "vatRate": "EU_ICP",
                "because": Text("the two are of different countries", "die zijn van verschillende landen"),
            },
            example_pointer="/lines/0/vatRateId",
        ),
    ),
)
