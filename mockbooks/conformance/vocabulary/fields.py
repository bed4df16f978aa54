"""The names of the fields that the conditions speak of; as `joined` gives them."""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.vocabulary.tables import table

FIELD_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    name: tuple(names.split())
    for name, names in {
        "id": "id uuid guid key uri href identifier resourceid globalid url",
        "name": "name naam companyname company bedrijfsnaam firma organisationname organizationname displayname"
        " fullname contactname customername debtorname debiteurnaam klantnaam relatienaam firstname lastname givenname"
        " familyname lastname surname achternaam voornaam legalname title bedrijf nom raisonsociale",
        "address": "address adres addressline addressline1 address1 adresregel street straat streetname straatnaam"
        " addressstreet postaladdress billingaddress invoiceaddress factuuradres vestigingsadres correspondentieadres"
        " mainaddress zip zipcode postalcode postcode city plaats woonplaats stad billaddr"
        " customeraddress contactaddress visitaddress adresse strasse plz ort line1",
        "email": "email emailaddress mail mailaddress mailadres emailadres primaryemail primaryemailaddr"
        " emailinvoice invoiceemail contactemail customeremail factuuremail",
        "number": "number nummer invoicenumber factuurnummer documentnumber transactionnumber entrynumber boekstuk"
        " boekstuknummer boekingsnummer mutatienummer journalnumber vouchernumber docnumber docno invoiceno"
        " ordernumber rechnungsnummer belegnummer refnumber referencenumber refno invoiceid sequencenumber nr no"
        " invoicenr",
        "date": "date datum invoicedate factuurdatum transactiondate transactiedatum entrydate boekdatum boekingsdatum"
        " mutatiedatum journaldate voucherdate txndate documentdate postingdate bookingdate issuedon issuedate"
        " invoicedon accountingdate datedon datedocument fulfillmentdate",
        "reference": "reference referentie kenmerk yourref yourreference uwreferentie ourreference onsreferentie"
        " paymentreference betalingskenmerk betalingsreferentie externalreference externalid"
        " externereferentie customerreference klantreferentie purchaseordernumber ponumber privatenote description"
        " omschrijving memo note",
        "description": "description omschrijving name naam title titel label caption displayname productname"
        " artikelnaam itemname longdescription shortdescription salesdescription purchasedescription bezeichnung"
        " libelle beschreibung tekst text",
        "price": "price prijs unitprice salesprice saleprice verkoopprijs stukprijs standardprice priceexcl priceincl"
        " priceexcludingvat priceincludingvat priceexvat netprice grossprice unitamount rate listprice"
        " salesunitprice defaultprice amount bedrag baseprice sellingprice sellprice unitcost"
        " verkoopprijsexclusief verkoopprijsexcl preis prix",
        "sku": "sku code productcode productnumber articlecode articlenumber artikelcode artikelnummer itemcode"
        " itemnumber number nummer partnumber productnummer ean",
        "percentage": "percentage percent rate tarief taxrate vatrate vatpercentage taxpercentage btwpercentage"
        " btwtarief ratevalue effectiverate displaytaxrate effectivetaxrate totaltaxrate value ratepercent"
        " salestaxpercentage pct perc taxratepercentage vatpercent steuersatz taux percentagevalue",
        "code": "code nummer number vatcode btwcode taxcode taxtype nominalcode accountcode accountnumber"
        " ledgercode ledgernumber grootboekcode grootboeknummer rekeningnummer rekeningcode key acctnum konto"
        " kontonummer taxcoderef rgscode externalcode glcode no nr kode identifier",
        "days": "day dagen dag duedate duedaydue paymentday numberofday termijn termday daysuntildue"
        " betaaltermijn duration netday aantaldagen vervaldagen paymentterm paymentterm expirationday term"
        " creditday",
    }.items()
}
"""For each field of a vendor file the names under which vendors know it."""

FIELD_SAID: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "id": r"identif|^unique (key|id|number)|\bkennung\b|\bsleutel\b|\bkenmerkt\b|tells which|primary key|^uniek",
        "name": r"^(the |de |der )?((full|company|display|trade|legal) )?(name|naam)\b"
        r"|(bedrijfs|handels|firmen)na(am|me)\b",
        "address": r"^(the |het |die )?((postal|street|billing|visiting|mailing|invoice|full) )?address\b"
        r"|^(het )?(post|factuur|bezoek|vestigings)?adres\b|anschrift|^street and|^straat en|^strasse und|^straße und",
        "description": r"\bdescription\b|omschrijving|bezeichnung|in words|in woorden|in worten|^what (it|is)\b"
        r"|^wat (het|er)\b"
        r"|^was |^(the |de )?(name|naam)\b|libellé",
        "price": r"\bprice\b|prijs|preis|\bprix\b",
        "percentage": r"percent|procent|prozent|pourcent|%|\brate\b|\btarief\b|\bsatz\b|\btaux\b",
        "code": r"\bcode\b|schlüssel|kürzel|^(the |het |de )?(account )?(number|nummer)\b|\bcode$",
        "days": r"\b(days?|dagen|tage|jours)\b",
    }.items()
}
"""What the description of a field says where its name is not known."""

OF_ANOTHER_KIND: Final = re.compile(
    r"e-?mail|\bweb|\burl\b|\bip\b|currency|valuta|country|\bland\b|language|taal", re.IGNORECASE
)
"""What such a description speaks of when it is not what it seems: an e-mail address, the code of a currency."""

BESIDE: Final = table(
    "status state type kind soort created updated modified changed createdat updatedat modifiedat createdon updatedon"
    " by"
    " at on active actief archived deleted total totaal amount bedrag subtotal tax vat btw currency valuta country land"
    " phone telefoon fax mobile website url iban bic language taal email lines line regels items contact customer"
    " debtor"
    " paid open due verval discount korting quantity aantal unit eenheid stock voorraad version etag links link meta"
    " warning warnings error errors message success ok valid from until start end order position sort parent balance"
    " saldo"
    " kvk vatnumber timestamp time tenant administration division company"
)
"""Fields that things have beside what is asked of them."""
