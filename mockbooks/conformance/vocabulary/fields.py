"""The names of the fields that the conditions speak of; as `joined` gives them."""

from collections.abc import Mapping
from typing import Final

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
        " salesdetail salesunitprice defaultprice amount bedrag costprice baseprice sellingprice sellprice unitcost"
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
