"""Codes for the standing data: debtors, products and the settings that they refer to."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="records",
    title=Text("Debtors, products and settings", "Debiteuren, producten en instellingen"),
    introduction=Text(
        "What a request refers to does not exist, is not in use any more, or is already there.",
        "Waar een verzoek naar verwijst bestaat niet, is niet meer in gebruik, of is er al.",
    ),
    entries=(
        Entry(
            code="not_found",
            title=Text("Id does not exist", "Id bestaat niet"),
            detail=Text(
                'There is no {resource} with id "{id}" {place}.',
                '{place} bestaat geen {resource} met id "{id}".',
            ),
            hint=Text(
                "What came is a code; its id is {suggestion}.",
                "Dit is een code; het id daarvan is {suggestion}.",
            ),
            cause=Text(
                "The id is misspelt, belongs to another administration, or was deleted. Looking up an id is an "
                "action, and an action that fails is answered with 400; 404 is kept for URLs that do not exist.",
                "Het id is verkeerd gespeld, hoort bij een andere administratie, of is verwijderd. Een id opzoeken is "
                "een actie, en op een mislukte actie volgt 400; 404 is voor URL's die niet bestaan.",
            ),
            remedy=Text(
                "Check which administration the token belongs to, and look the record up in its list.",
                "Kijk na bij welke administratie het token hoort, en zoek het gegeven op in de bijbehorende lijst.",
            ),
            example={
                "resource": Text("ledger account", "grootboekrekening"),
                "id": "8000",
                "place": Text("in this administration", "In deze administratie"),
                "suggestion": "led_000044",
            },
            example_parameter="id",
        ),
        Entry(
            code="code_in_use",
            title=Text("Debtor code already in use", "Debiteurcode al in gebruik"),
            detail=Text(
                'Code "{code}" already belongs to debtor {debtor}.',
                'Code "{code}" hoort al bij debiteur {debtor}.',
            ),
            cause=Text(
                "Debtor codes are unique, and an archived debtor keeps its code. A list that shows only active debtors "
                "does not show who has it.",
                "Debiteurcodes zijn uniek, en een gearchiveerde debiteur houdt zijn code. In een lijst met alleen "
                "actieve debiteuren is niet te zien wie de code heeft.",
            ),
            remedy=Text(
                "Look the code up with GET /debtors?code=… and use that debtor, or choose another code. "
                "Without a code the server assigns one.",
                "Zoek de code op met GET /debtors?code=… en gebruik die debiteur, of kies een andere code. "
                "Zonder code kent de server er een toe.",
            ),
            example={"code": "10004", "debtor": "deb_000004"},
            example_pointer="/code",
        ),
        Entry(
            code="sku_in_use",
            title=Text("SKU already in use", "Productcode al in gebruik"),
            detail=Text(
                'SKU "{sku}" already belongs to product {product}.',
                'Productcode "{sku}" hoort al bij product {product}.',
            ),
            cause=Text(
                "Every product has its own SKU, inactive products included.",
                "Elk product heeft een eigen productcode (SKU), ook een product dat niet actief is.",
            ),
            remedy=Text(
                "Look the SKU up with GET /products?sku=… and update that product, or choose another SKU.",
                "Zoek de productcode op met GET /products?sku=… en wijzig dat product, of kies een andere code.",
            ),
            example={"sku": "BROOD-001", "product": "prd_000012"},
            example_pointer="/sku",
        ),
        Entry(
            code="debtor_inactive",
            title=Text("Debtor is archived", "Debiteur is gearchiveerd"),
            detail=Text(
                "Debtor {debtor} ({name}) is archived; nothing new can be booked on it.",
                "Debiteur {debtor} ({name}) is gearchiveerd; er kan niets nieuws op worden geboekt.",
            ),
            cause=Text(
                "The bookkeeper archived this debtor after the integration had stored its id.",
                "De boekhouder heeft deze debiteur gearchiveerd nadat de koppeling het id had bewaard.",
            ),
            remedy=Text(
                "Set active to true with an update, or book on another debtor.",
                "Zet active met een wijziging op true, of boek op een andere debiteur.",
            ),
            example={"debtor": "deb_000004", "name": "Bakkerij De Korenaar"},
            example_pointer="/debtorId",
        ),
        Entry(
            code="product_inactive",
            title=Text("Product is inactive", "Product is niet actief"),
            detail=Text(
                "Product {product} is inactive and cannot be used on a line.",
                "Product {product} is niet actief en kan niet op een regel staan.",
            ),
            cause=Text(
                "The product was taken out of the range in the accounting system, but is still sold elsewhere.",
                "Het product is in de boekhouding uit het assortiment gehaald, maar wordt elders nog verkocht.",
            ),
            remedy=Text(
                "Set active to true with an update, or send the line without productId.",
                "Zet active met een wijziging op true, of stuur de regel zonder productId.",
            ),
            example={"product": "prd_000012"},
            example_pointer="/lines/0/productId",
        ),
        Entry(
            code="payment_term_inactive",
            title=Text("Payment term is inactive", "Betaalconditie is niet actief"),
            detail=Text("Payment term {paymentTerm} is inactive.", "Betaalconditie {paymentTerm} is niet actief."),
            cause=Text(
                "The payment term exists for old invoices but is not given to new ones.",
                "De betaalconditie bestaat nog voor oude facturen, maar nieuwe krijgen haar niet meer.",
            ),
            remedy=Text(
                "Choose one from GET /payment-terms?active=true.", "Kies er een uit GET /payment-terms?active=true."
            ),
            example={"paymentTerm": "pyt_000005"},
            example_pointer="/paymentTermId",
        ),
        Entry(
            code="invoice_profile_inactive",
            title=Text("Invoice profile is inactive", "Factuurprofiel is niet actief"),
            detail=Text(
                "Invoice profile {invoiceProfile} is inactive.", "Factuurprofiel {invoiceProfile} is niet actief."
            ),
            cause=Text(
                "The invoice profile was replaced or switched off.", "Het factuurprofiel is vervangen of uitgezet."
            ),
            remedy=Text(
                "Choose one from GET /invoice-profiles?active=true.",
                "Kies er een uit GET /invoice-profiles?active=true.",
            ),
            example={"invoiceProfile": "ivp_000003"},
            example_pointer="/invoiceProfileId",
        ),
        Entry(
            code="country_code_unknown",
            title=Text("Unknown country code", "Onbekende landcode"),
            detail=Text(
                "There is no country code {came}; a code has two capitals (ISO 3166-1 alpha-2).",
                "De landcode {came} bestaat niet; een code heeft twee hoofdletters (ISO 3166-1 alpha-2).",
            ),
            hint=Text('Did you mean "{suggestion}"?', 'Misschien is "{suggestion}" bedoeld?'),
            cause=Text(
                "A name, lower case, three letters, or a near miss came: UK is GB here, and EL (as in Greek VAT "
                "numbers) is GR. Accounting systems differ: Fortnox, for one, has been seen to want names and not "
                "codes.",
                "Er kwam een naam, kleine letters, drie letters of een bijna-treffer: UK is hier GB, en EL (zoals in "
                "Griekse btw-nummers) is GR. Boekhoudpakketten verschillen hierin: Fortnox bijvoorbeeld bleek namen "
                "te willen en geen codes.",
            ),
            remedy=Text(
                "Translate to ISO 3166-1 alpha-2 once, at the edge of the integration.",
                "Vertaal één keer naar ISO 3166-1 alpha-2, aan de rand van de koppeling.",
            ),
            example={"came": '"UK"', "suggestion": "GB"},
            example_pointer="/address/countryCode",
        ),
        Entry(
            code="in_use",
            title=Text("Still in use", "Nog in gebruik"),
            detail=Text(
                "The {resource} {id} is in use by {users}.",
                "{resource} {id} is in gebruik bij {users}.",
            ),
            cause=Text(
                "Books must stay complete: Dutch law has them kept for seven years (art. 52 AWR), "
                "so what a transaction points to stays.",
                "De boeken moeten volledig blijven: de wettelijke bewaarplicht is zeven jaar (art. 52 AWR), "
                "dus waar een boeking naar verwijst blijft bestaan.",
            ),
            remedy=Text(
                "Instead of deleting a debtor or product, set active to false with an update. Before a transaction is "
                "reversed, reverse the receipts and credit notes that stand on it.",
                "Zet active van een debiteur of product met een wijziging op false in plaats van te verwijderen. "
                "Storneer, voordat je een boeking storneert, de ontvangsten en creditnota's die erop staan.",
            ),
            example={"resource": Text("debtor", "debiteur"), "id": "deb_000004", "users": "trx_000001, trx_000007"},
            example_parameter="id",
        ),
        Entry(
            code="stale_version",
            title=Text("Changed in the meantime", "Intussen gewijzigd"),
            detail=Text(
                "Version {sent} was sent, but the record is at version {current} by now.",
                "Versie {sent} is verstuurd, maar het gegeven is inmiddels bij versie {current}.",
            ),
            cause=Text(
                "Someone else, often the bookkeeper, changed the record after it was read. Going on would undo that "
                "change. QuickBooks Online guards updates likewise; Lexware answers 409.",
                "Iemand anders, vaak de boekhouder, wijzigde het gegeven nadat het was gelezen. Doorgaan zou die "
                "wijziging ongedaan maken. QuickBooks Online bewaakt wijzigingen net zo; Lexware antwoordt met 409.",
            ),
            remedy=Text(
                "Read it again, apply the change to what is there now, and send that with its version.",
                "Lees het opnieuw, breng de wijziging aan op wat er nu staat, en stuur dat met de bijbehorende versie.",
            ),
            example={"sent": 2, "current": 3},
            example_pointer="/version",
        ),
    ),
)
