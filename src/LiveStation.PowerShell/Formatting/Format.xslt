<?xml version="1.0" encoding="utf-8"?>
<!-- The formats out of the views of all areas: a table where there are columns, a list, and the name for Format-Wide. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" indent="yes" />
  <xsl:template match="/All">
    <Configuration>
      <ViewDefinitions>
        <xsl:for-each select="Views/View">
          <xsl:if test="Column">
            <View>
              <xsl:call-template name="head" />
              <xsl:if test="@GroupBy">
                <GroupBy>
                  <ScriptBlock>[LiveStation.PowerShell.Shown]::Named($_.<xsl:value-of select="@GroupName" />, $_.<xsl:value-of select="@GroupBy" />)</ScriptBlock>
                  <Label><xsl:value-of select="@GroupLabel" /></Label>
                </GroupBy>
              </xsl:if>
              <TableControl>
                <TableHeaders>
                  <xsl:for-each select="Column">
                    <TableColumnHeader>
                      <Label><xsl:value-of select="@Name" /></Label>
                      <xsl:if test="@Width"><Width><xsl:value-of select="@Width" /></Width></xsl:if>
                      <xsl:if test="@Right"><Alignment>Right</Alignment></xsl:if>
                    </TableColumnHeader>
                  </xsl:for-each>
                </TableHeaders>
                <TableRowEntries>
                  <TableRowEntry>
                    <xsl:if test="Column/@Wrap"><Wrap /></xsl:if>
                    <TableColumnItems>
                      <xsl:for-each select="Column">
                        <TableColumnItem><xsl:call-template name="value" /></TableColumnItem>
                      </xsl:for-each>
                    </TableColumnItems>
                  </TableRowEntry>
                </TableRowEntries>
              </TableControl>
            </View>
          </xsl:if>
          <View>
            <xsl:call-template name="head" />
            <xsl:if test="@OutOfBand"><OutOfBand /></xsl:if>
            <ListControl>
              <ListEntries>
                <ListEntry>
                  <ListItems>
                    <xsl:for-each select="Line">
                      <ListItem><Label><xsl:value-of select="@Name" /></Label><xsl:call-template name="value" /></ListItem>
                    </xsl:for-each>
                  </ListItems>
                </ListEntry>
              </ListEntries>
            </ListControl>
          </View>
          <View>
            <xsl:call-template name="head" />
            <WideControl>
              <WideEntries>
                <WideEntry>
                  <WideItem><ScriptBlock>[LiveStation.PowerShell.Shown]::Value($_.<xsl:value-of select="@Name" />)</ScriptBlock></WideItem>
                </WideEntry>
              </WideEntries>
            </WideControl>
          </View>
        </xsl:for-each>
      </ViewDefinitions>
    </Configuration>
  </xsl:template>
  <xsl:template name="head">
    <Name><xsl:value-of select="@Of" /></Name>
    <ViewSelectedBy>
      <TypeName><xsl:value-of select="@Of" /></TypeName>
      <TypeName>Deserialized.<xsl:value-of select="@Of" /></TypeName>
    </ViewSelectedBy>
  </xsl:template>
  <!-- Everything goes through Shown, which cleans what strangers wrote. What is Known has the service's own text beside it. -->
  <xsl:template name="value">
    <xsl:variable name="property">
      <xsl:choose>
        <xsl:when test="@Of"><xsl:value-of select="@Of" /></xsl:when>
        <xsl:otherwise><xsl:value-of select="@Name" /></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="as">
      <xsl:choose>
        <xsl:when test="@As"><xsl:value-of select="@As" /></xsl:when>
        <xsl:otherwise>Value</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="text">
      <xsl:choose>
        <xsl:when test="@Text = ''">, $null</xsl:when>
        <xsl:when test="@Text">, $_.<xsl:value-of select="@Text" /></xsl:when>
        <xsl:when test="@As = 'Known'">, $_.<xsl:value-of select="$property" />Text</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <ScriptBlock>[LiveStation.PowerShell.Shown]::<xsl:value-of select="$as" />($_.<xsl:value-of select="$property" /><xsl:value-of select="$text" />)</ScriptBlock>
  </xsl:template>
</xsl:stylesheet>
