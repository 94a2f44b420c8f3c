%% Answers each line `kind hex` of standard input with one line of JSON: what asn1ct's decoder reads
%% and its encoder writes again, or why not. Ends with its input.
%%
%% What asn1ct does not tell:
%% - whether a member that has its default value was on the wire: it is left out of the value and of
%%   what is written again (a DENM may carry validityDuration 600, which is legal);
%% - what an unknown extension held: it is skipped and not written again;
%% - a value beyond its range: it is read, and refused only when written again.
-module(uper_peer).

-export([main/0]).

main() ->
    ok = io:setopts(standard_io, [binary, {encoding, latin1}]),
    loop().

loop() ->
    case file:read_line(standard_io) of
        {ok, Line} ->
            ok = file:write(standard_io, [answer(string:lexemes(Line, " \r\n")), $\n]),
            loop();
        eof -> halt(0)
    end.

answer([Kind, Hex]) ->
    try {type(Kind), binary:decode_hex(Hex)} of
        {{Module, Type}, Octets} -> decoded(Module, Type, Module:decode(Type, Octets))
    catch
        error:Reason -> failed("question", Reason)
    end;
answer(_) ->
    failed("question", "kind and hexadecimal digits are wanted").

decoded(Module, Type, {ok, Value, Rest}) ->
    case Module:encode(Type, Value) of
        {ok, Octets} -> written(Module, Type, Value, Octets, Rest);
        {error, {asn1, {Reason, _Stack}}} -> failed("encode", Reason)
    end;
decoded(_, _, {error, {asn1, {Reason, _Stack}}}) ->
    failed("decode", Reason).

written(Module, Type, Value, Octets, Rest) ->
    try
        [<<"{\"ok\":true,\"value\":">>, uper_json:json(Module, Type, Value),
         <<",\"reencoded\":">>, uper_json:hex(Octets), unread(Rest), $}]
    catch
        error:Reason -> failed("json", Reason)
    end.

%% Says how many bits follow the message, unless they only fill up its last octet with zeros.
unread(Rest) ->
    Size = bit_size(Rest),
    case Rest of
        <<0:Size>> when Size < 8 -> [];
        _ -> [<<",\"unread\":">>, integer_to_binary(Size)]
    end.

failed(Step, Reason) ->
    Text = lists:flatten(io_lib:format("~s: ~0p", [Step, Reason])),
    [<<"{\"ok\":false,\"error\":">>, uper_json:string(lists:sublist(Text, 200)), $}].

%% The messages of release 1, those of protocol version 1, and the bare contents of four, whose bits
%% are J2735's too (a longitude of J2735 is one unit more than the one given here).
type(<<"cam">>) -> {'CAM-PDU-Descriptions', 'CAM'};
type(<<"denm">>) -> {'DENM-PDU-Descriptions', 'DENM'};
type(<<"spatem">>) -> {'SPATEM-PDU-Descriptions', 'SPATEM'};
type(<<"mapem">>) -> {'MAPEM-PDU-Descriptions', 'MAPEM'};
type(<<"srem">>) -> {'SREM-PDU-Descriptions', 'SREM'};
type(<<"ssem">>) -> {'SSEM-PDU-Descriptions', 'SSEM'};
type(<<"ivim">>) -> {'IVIM-PDU-Descriptions', 'IVIM'};
type(<<"cam1">>) -> {'CAM-PDU-Descriptions-V1', 'CAM'};
type(<<"denm1">>) -> {'DENM-PDU-Descriptions-V1', 'DENM'};
type(<<"spat">>) -> {'ETSI-ITS-DSRC', 'SPAT'};
type(<<"map">>) -> {'ETSI-ITS-DSRC', 'MapData'};
type(<<"srm">>) -> {'ETSI-ITS-DSRC', 'SignalRequestMessage'};
type(<<"ssm">>) -> {'ETSI-ITS-DSRC', 'SignalStatusMessage'}.
