"""What accounting systems have beside our resources: a list that goes by one of these words is none of them."""

from typing import Final

from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined, singular, words

_SHORTEST_END: Final = 5

OTHERS: Final = table(
    # people and access
    "user gebruiker employee medewerker staff team role rol permission rights session login token key apikey"
    " app application consent scope profile me whoami preference"
    # what is bought, and whom from
    " supplier vendor leverancier lieferant fournisseur creditor crediteur purchase inkoop expense uitgave bill"
    " purchaseinvoice purchaseorder inkoopfactuur declaration declaratie claim mileage"
    # money and banks
    " bank bankaccount bankrekening bankkonto bankafschrift currency valuta munt waehrung devise exchangerate"
    " wisselkoers"
    " payment betaling zahlung paymentmethod betaalmethode betaalwijze zahlungsart paymentlink mandate incasso"
    " machtiging"
    " refund payout settlement iban cash kas statement afschrift reconciliation deposit terminal card wallet balance"
    # around a sale
    " quote quotation offerte estimate angebot order bestelling auftrag delivery levering shipment packing pakbon"
    " subscription abonnement contract recurring repeating reminder herinnering aanmaning mahnung dunning discount"
    " korting"
    " promotion coupon cart basket checkout shipping pricelist prijslijst price"
    # around products
    " group groep gruppe unit eenheid einheit stock voorraad lager bestand warehouse magazijn location"
    " locatie inventoryadjustment bom image picture foto brand merk variant attribute option bundle serial batch"
    # dimensions
    " department afdeling costcenter costcentre kostenplaats kostendrager costunit kostenstelle project task taak"
    " activity"
    " timeentry timesheet hour uur dimension trackingcategory tracking segment tag label budget division"
    # places and words
    " country land countries language taal sprache region state province city postcode zip address timezone locale"
    " translation"
    # documents and reports
    " attachment bijlage file bestand datei folder map document report rapport rapportage bericht dashboard statistic"
    " trialbalance balancesheet profitandloss pdf image scan note notitie comment message bericht mail email"
    " notification"
    # tax that is no rate
    " exemption return aangifte declaration taxreturn vatreturn steuernummer taxnumber vatnumber year"
    " fiscalyear boekjaar financialyear bookyear quarter"
    # assets and payroll
    " asset activa fixedasset anlage depreciation afschrijving payroll salary salaris loon leave verlof"
    # the machinery
    " template layout theme sjabloon line regel row entryline detail position recurringinvoice"
    " webhook hook event log audit history status health ping version info meta metadata setting instelling"
    " configuration"
    " config feature import export job queue sync backup limit quota usage allowance schema docs search query link"
    " integration connection connector company administration administratie tenant organisation organization bedrijf"
    " branch vestiging customfield field veld codelist enum permission license"
    " licence plan support ticket desk help"
    # around debtors
    " communication kommunikationsweg phone telefoon note contactperson contactpersoon ansprechpartner person lead deal"
    " opportunity campaign"
)
"""Names of other things, as `joined` gives them; a name that has one of them among its words or at its end is known."""

_LONG: Final = tuple(sorted(each for each in OTHERS if len(each) >= _SHORTEST_END))


def explained(name: str) -> bool:
    """Tell whether a known word says what a name is of, other than one of our resources."""
    whole = joined(name)
    if any(
        form in OTHERS for word in (*words(name), whole) for form in (word, singular(word), word.removesuffix("en"))
    ):
        return True
    return any(whole.startswith(each) or whole.endswith((each, f"{each}en")) for each in _LONG)
