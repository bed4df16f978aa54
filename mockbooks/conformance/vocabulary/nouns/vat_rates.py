"""VAT rates. A tax return, a currency rate and the VAT number of a customer are none."""

from typing import Final

from mockbooks.conformance.vocabulary.groups import LABELS, LOGIN
from mockbooks.conformance.vocabulary.signs import Signs, rated, weighing
from mockbooks.conformance.vocabulary.tables import table

VAT_RATES: Final = Signs(
    names=rated(
        sure="vatrate taxrate btwtarief btwcode vatcode vatpercentage btwpercentage vattype taxcode saletaxcode"
        " steuersatz tauxtva btwsoort vattariff vatrule vatratetype mwstsatz",
        likely="vat tax btw taxtype vatcategory taxclass moms mva tarief taxcategory taxscheme",
        possible="rate taxgroup vatgroup tauxdetva",
    ),
    against=table(
        "return declaration aangifte number nummer validation validate exemption report jurisdiction agency payroll"
        " withholding id period filing box liability authority payment transaction exchange currency hourly"
        " employee settlement shipping calculation form holiday"
    ),
    fields={
        **weighing(0.3, "percentage percent rate taxrate vatrate vatpercentage btwpercentage tarief ratevalue"),
        **weighing(0.3, "effectiverate effectivetaxrate displaytaxrate totaltaxrate taxpercentage"),
        **weighing(0.1, "code vatcode btwcode taxtype type soort validfrom"),
    },
    strange=weighing(0.5, f"{LOGIN} email line invoicenumber currency fromcurrency iban hourlyrate"),
    marks=table(
        f"{LABELS} "
        "percentage percent rate taxrate vatrate vatpercentage btwpercentage tarief ratevalue effectiverate"
        " effectivetaxrate displaytaxrate totaltaxrate code vatcode btwcode taxtype taxpercentage value name"
        " description omschrijving component vat taxcode salestaxratelist"
    ),
)
