using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The errors of Live Station itself, as far as this service uses them.</summary>
internal static class ServiceErrors
{
    // The texts are the API's own. The HTTP statuses are a guess: the documented table leaves that column empty.
    // Names are known for few codes; the others are sent without errorName.
    private static readonly Dictionary<int, (int Status, string Message, string? Name)> Table = new()
    {
        [250000] = (500, "Unexpected error occurred.", "EXCEPTION"),
        [250001] = (400, "{0}", "CUSTOM_MESSAGE"),
        [250002] = (400, "{0}: invalid value.", "INVALID_FORMAT"),
        [250003] = (400, "Missing required header.", "REQUIRED_HEADER"),
        [250004] = (404, "{0} not found.", "NOT_FOUND"),
        [250005] = (409, "{0} not available.", "NOT_AVAILABLE"),
        [250006] = (403, "Unauthorized {0}.", "UNAUTHORIZED"),
        [250007] = (502, "{0} connection failed.", "CONNECTION_FAILED"),
        [250008] = (500, "Request failed.", "REQUEST_FAILED"),
        [250009] = (502, "Third-party interface exception: {0}.", "THIRD_SERVER_EXCEPTION"),
        [250010] = (403, "We cannot accomplish the task as permissions are not granted for the sub account. Please modify permissions for the account through the Sub Account service.", "POLICY_CHECK_FAILED"),
        [250011] = (400, "{0} must has a valid value", "NEED_VALUE"),
        [250012] = (400, "Invalid request data,please check", "JSON_PARSE_GENERAL_ERROR"),
        [250013] = (200, "OK", "OPEN_API_OK"),
        [250014] = (400, "Form validation failed", "FORMVALIDATION_FAILED"),
        [250015] = (403, "Access denied", "OPEN_API_UNAUTHORIZED"),
        [250016] = (500, "Server error", "INTERNAL_SERVER_ERROR"),
        [250017] = (403, "Unauthorized", "OPEN_API_UNAUTHORIZED"),
        [250018] = (400, "Bad Request", "OPEN_API_BAD_REQUEST"),
        [250019] = (400, "The Region {0} not support now.", "OPEN_API_UNSUPPORTED_REGION"),
        [250020] = (400, "Invalid region code {0}.", "OPEN_API_INVALID_REGION_CODE"),
        [250021] = (400, "Invalid parameter type.{0} can not convert to type {1}.", "OPEN_API_PARAM_TYPE_ERROR"),
        [250101] = (409, "This channel is not publishing now", null),
        [250102] = (409, "This channel is publishing", null),
        [250104] = (400, "Channel names can be entered with a minimum of 3 characters and a maximum of 20 characters. Special character “_” allowed.", null),
        [250109] = (409, "If CDN status is creating or changing, channel cannot be deleted.", null),
        [250114] = (409, "Channel can be deleted only in 'READY' state.", null),
        [250116] = (400, "The request did not include the required \"QualitySet\"", null),
        [250118] = (400, "The request did not include the required \"CDN_TYPE\"", null),
        [250119] = (400, "The cdnInstanceNo is needed when createCdn is false.", null),
        [250120] = (400, "The cdn type that you specified is not allowed: only \"CDN_PLUS\", \"GCDN\" is supported.", null),
        [250121] = (409, "The request channel did not set useDvr.", null),
        [250122] = (400, "The timemachineMin should be 360.", null),
        [250123] = (404, "The specified channel Id does not exist.", null),
        [250124] = (409, "The request does not allowed: You can get url only cdn status is \"RUNNING\"", null),
        [250125] = (409, "The request does not allowed: You can get url only channel status is \"READY\"", null),
        [250134] = (409, "The request channel status is no \"PUBLISHING\"", null),
        [250135] = (409, "The request does not allowed : the recording has been start already", null),
        [250137] = (409, "The request does not allowed : the recording status is not \"TRUE\"", null),
        [250138] = (400, "The param timemacineMin is needed when useDvr is true.", null),
        [250139] = (400, "The param immediateOnair should be false when useDvr is false.", null),
        [250141] = (409, "You can get time machine url only recording status is TRUE.", null),
        [250142] = (400, "ChannelName should not be null.", null),
        [250182] = (400, "(text not known)", "LL_HLS_CHANNEL_ONLY_SUPPORT_KOREA_EDGE"),
        [250301] = (404, "The qualitySetId that you specified not found.", null),
        [250348] = (400, "The request did not set content-type to \"application/json\"", null),
        [250502] = (500, "Record file upload error", null),
        [250504] = (409, "Can not delete Record file: {0}", null),
        [250507] = (409, "Record status should be TRANSFER_READY or TRANSFER_FAIL when upload.", null),
        [250700] = (409, "The record id has been requested already.", null),
        [250701] = (404, "The record id that you request upload does not exist.", null),
        [250702] = (404, "The record id does not exist.", null),
        [250704] = (400, "The output bucket name that you specified is not allowed.", null),
    };

    public static Answer Answer(int code, string? message = null, int? status = null, params string[] values) =>
        new(status ?? Find(code).Status, JsonBody.Of(json => Write(json, code, message, values)));

    /// <summary>Writes the member "error" into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, int code, string? message, params string[] values)
    {
        (_, string template, string? name) = Find(code);
        json.WriteStartObject("error");
        json.WriteNumber("errorCode", code);
        json.WriteString("message", message ?? Format(template, values));
        if (name is not null)
        {
            json.WriteString("errorName", name);
        }

        json.WriteEndObject();
    }

    private static (int Status, string Message, string? Name) Find(int code) =>
        Table.TryGetValue(code, out (int, string, string?) row) ? row : (400, "Request failed.", null);

    // A fault may ask for any code without having values for its template: what is missing stays as it is printed.
    private static string Format(string template, string[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            template = template.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", values[i]);
        }

        return template;
    }
}
