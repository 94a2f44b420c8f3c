package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.dsrc.Requestors;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Classes, roles and groups of vehicles and responders of SAE J2735-2024.
public final class VehicleClasses {

  public static final IntegerType BASIC_VEHICLE_CLASS = integer(0, 255);

  public static final EnumeratedType BASIC_VEHICLE_ROLE =
      extensibleEnumerated(
          "basicVehicle",
          "publicTransport",
          "specialTransport",
          "dangerousGoods",
          "roadWork",
          "roadRescue",
          "emergency",
          "safetyCar",
          "none-unknown",
          "truck",
          "motorcycle",
          "roadSideSource",
          "police",
          "fire",
          "ambulance",
          "dot",
          "transit",
          "slowMoving",
          "stopNgo",
          "cyclist",
          "pedestrian",
          "nonMotorized",
          "military");

  public static final IntegerType ISO3833_VEHICLE_TYPE = integer(0, 100);

  public static final EnumeratedType VEHICLE_GROUP_AFFECTED =
      extensibleEnumerated(
          "all-vehicles",
          "bicycles",
          "motorcycles",
          "cars",
          "light-vehicles",
          "cars-and-light-vehicles",
          "cars-with-trailers",
          "cars-with-recreational-trailers",
          "vehicles-with-trailers",
          "heavy-vehicles",
          "trucks",
          "buses",
          "articulated-buses",
          "school-buses",
          "vehicles-with-semi-trailers",
          "vehicles-with-double-trailers",
          "high-profile-vehicles",
          "wide-vehicles",
          "long-vehicles",
          "hazardous-loads",
          "exceptional-loads",
          "abnormal-loads",
          "convoys",
          "maintenance-vehicles",
          "delivery-vehicles",
          "vehicles-with-even-numbered-license-plates",
          "vehicles-with-odd-numbered-license-plates",
          "vehicles-with-parking-permits",
          "vehicles-with-catalytic-converters",
          "vehicles-without-catalytic-converters",
          "gas-powered-vehicles",
          "diesel-powered-vehicles",
          "lPG-vehicles",
          "military-convoys",
          "military-vehicles");

  public static final EnumeratedType INCIDENT_RESPONSE_EQUIPMENT =
      extensibleEnumerated(
          "ground-fire-suppression",
          "heavy-ground-equipment",
          "aircraft",
          "marine-equipment",
          "support-equipment",
          "medical-rescue-unit",
          "other",
          "ground-fire-suppression-other",
          "engine",
          "truck-or-aerial",
          "quint",
          "tanker-pumper-combination",
          "brush-truck",
          "aircraft-rescue-firefighting",
          "heavy-ground-equipment-other",
          "dozer-or-plow",
          "tractor",
          "tanker-or-tender",
          "aircraft-other",
          "aircraft-fixed-wing-tanker",
          "helitanker",
          "helicopter",
          "marine-equipment-other",
          "fire-boat-with-pump",
          "boat-no-pump",
          "support-apparatus-other",
          "breathing-apparatus-support",
          "light-and-air-unit",
          "medical-rescue-unit-other",
          "rescue-unit",
          "urban-search-rescue-unit",
          "high-angle-rescue",
          "crash-fire-rescue",
          "bLS-unit",
          "aLS-unit",
          "mobile-command-post",
          "chief-officer-car",
          "hAZMAT-unit",
          "type-i-hand-crew",
          "type-ii-hand-crew",
          "privately-owned-vehicle",
          "other-apparatus-resource",
          "ambulance",
          "bomb-squad-van",
          "combine-harvester",
          "construction-vehicle",
          "farm-tractor",
          "grass-cutting-machines",
          "hAZMAT-containment-tow",
          "heavy-tow",
          "hedge-cutting-machines",
          "light-tow",
          "mobile-crane",
          "refuse-collection-vehicle",
          "resurfacing-vehicle",
          "road-sweeper",
          "roadside-litter-collection-crews",
          "salvage-vehicle",
          "sand-truck",
          "snowplow",
          "steam-roller",
          "swat-team-van",
          "track-laying-vehicle",
          "unknown-vehicle",
          "white-lining-vehicle",
          "dump-truck",
          "supervisor-vehicle",
          "snow-blower",
          "rotary-snow-blower",
          "road-grader",
          "steam-truck",
          "flatbed-tow");

  public static final EnumeratedType RESPONDER_GROUP_AFFECTED =
      extensibleEnumerated(
          "emergency-vehicle-units",
          "federal-law-enforcement-units",
          "state-police-units",
          "county-police-units",
          "local-police-units",
          "ambulance-units",
          "rescue-units",
          "fire-units",
          "hAZMAT-units",
          "light-tow-unit",
          "heavy-tow-unit",
          "freeway-service-patrols",
          "transportation-response-units",
          "private-contractor-response-units");

  public static final SequenceType VEHICLE_CLASSIFICATION =
      sequence("VehicleClassification")
          .optional("keyType", BASIC_VEHICLE_CLASS)
          .optional("role", BASIC_VEHICLE_ROLE)
          .optional("iso3883", ISO3833_VEHICLE_TYPE)
          .optional("hpmsType", Requestors.VEHICLE_TYPE)
          .optional("vehicleType", VEHICLE_GROUP_AFFECTED)
          .optional("responseEquip", INCIDENT_RESPONSE_EQUIPMENT)
          .optional("responderType", RESPONDER_GROUP_AFFECTED)
          .optional("fuelType", Requestors.FUEL_TYPE)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private VehicleClasses() {}
}
